/** Words whose final sound is written with or without ー; the mark is dropped after them, wherever they stand. */
const WITHOUT_MARK =
  'アダプタ インタ エクスプローラ エディタ エントリ オペレータ オーバ カウンタ カテゴリ クエリ コネクタ コンテナ コンパイラ ' +
  'コンピュータ コントローラ サーバ シグネチャ ジェネレータ スキャナ スケジューラ スプーラ セレクタ センサ タイマ ' +
  'ディレクトリ デコーダ デバッガ ドライバ トリガ バイナリ ハイパ ハイパバイザ パーサ バッテリ バッファ パラメータ ビューア ' +
  'ファイア ファクトリ フィルタ フォルダ ブラウザ プリンタ プロキシ プロセッサ プロバイダ ヘッダ ポインタ マスタ マネージャ メモリ モニタ ' +
  'ユーザ ライブラリ リーダ リポジトリ ルータ レジスタ レジストリ レンダラ ローダ ティ ディ';

/** Other words with two spellings: the first is what both become, the others are written too. */
const SAME_WORDS = [
  '漏洩 漏えい',
  '改竄 改ざん',
  '脆弱 ぜい弱',
  '隠蔽 隠ぺい',
  '迂回 う回',
  '詐取 さ取',
  '成済 なりすま 成りすま 成り済ま',
  '書込 書き込 書きこ',
  '読込 読み込 読みこ',
  '読取 読み取',
  '組込 組み込 組みこ',
  '埋込 埋め込 埋めこ',
  '呼出 呼び出',
  '乗取 乗っ取',
  '割当 割り当',
  '切替 切り替 切換 切り換',
  '問合 問い合わ 問い合 問合わ',
  '取扱 取り扱',
  '受付 受け付',
  '行う 行なう',
  '全て すべて',
  'または 又は',
  'および 及び',
  'デジタル ディジタル',
  'ファイア ファイヤ',
  'フェース フェイス',
  'ゲートウエイ ゲートウエー ゲイトウエイ',
  'バージョン ヴァージョン',
  // Characters of names that have several shapes.
  '高 髙',
  '崎 﨑 嵜',
  '辺 邊 邉',
  '浜 濱 濵',
  '斉 斎 齋 齊',
  '沢 澤',
  '国 國',
  '広 廣',
  '桜 櫻',
  '会 會',
].map((line) => line.split(' '));

const SMALL = 'ァィゥェォャュョヮヵヶぁぃぅぇぉゃゅょゎゕゖ';
const LARGE = 'アイウエオヤユヨワカケあいうえおやゆよわかけ';
const LARGE_OF = new Map(Array.from(SMALL, (small, at) => [small, LARGE.charAt(at)]));
const VOICED = new Map(
  Object.entries({ ヴア: 'バ', ヴイ: 'ビ', ヴエ: 'ベ', ヴオ: 'ボ', ヴユ: 'ビユ', ヴ: 'ブ' }),
);

const SMALL_KANA = new RegExp(`[${SMALL}]`, 'g');
const V_SOUND = /ヴ[アイエオユ]?/g;
const LONG = /ー{2,}/g;

/** A rule that replaces what its pattern finds. */
export type Rule = readonly [pattern: RegExp, write: (found: string) => string];

const KANA: readonly Rule[] = [
  [SMALL_KANA, (small) => LARGE_OF.get(small) ?? small],
  [V_SOUND, (found) => VOICED.get(found) ?? found],
  [LONG, () => 'ー'],
];

function writeKana(text: string): string {
  return KANA.reduce((written, [pattern, write]) => written.replace(pattern, write), text);
}

const CHOSEN = new Map(
  SAME_WORDS.flatMap(([chosen = '', ...others]) =>
    others.map((other) => [writeKana(other), writeKana(chosen)] as const),
  ),
);
const MARKED_WORD = new RegExp(`(?:${WITHOUT_MARK.split(' ').map(writeKana).join('|')})ー`, 'g');
const OTHER_WORD = new RegExp([...CHOSEN.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'g');

/** Small kana are large ones, ヴ is written with バ行, and the marks of long vowels do not pile up. */
export const KANA_RULES = KANA;

/**
 * Words with several spellings get one. No rule looks further than the word itself, so that a part of a text is written
 * as it is within the whole: otherwise フロー would not be found in オーバーフロー.
 */
export const WORD_RULES: readonly Rule[] = [
  [MARKED_WORD, (found) => found.slice(0, -1)],
  [OTHER_WORD, (found) => CHOSEN.get(found) ?? found],
];
