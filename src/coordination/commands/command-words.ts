import type { InertPlace, ProblemKind, ProblemParams, ValueReason } from './command.ts';

type ProblemWords = { readonly [Kind in ProblemKind]: (params: ProblemParams[Kind]) => string };

/** What we say about commands in one language. Texts of other people reach these words escaped. */
export interface CommandWords {
  problems: ProblemWords;
  places: Readonly<Record<InertPlace, string>>;
  values: Readonly<Record<ValueReason, (expected: string) => string>>;
  parts: Readonly<Record<ProblemParams['record-lacks']['part'], string>>;
  help: string;
}

const BLOCK = (statement: string): string =>
  `\`\`\`\`\n\`\`\`vendor-status\nstatus: not affected\nstatement: ${statement}\nnotices: [https://psirt.example.com/1]\n\`\`\`\n\`\`\`\``;

const meant = (nearest: string, before: string, after: string): string =>
  nearest === '' ? '' : `${before}\`${nearest}\`${after}`;

const en: CommandWords = {
  problems: {
    'unknown-verb': ({ written, nearest }) => `I do not know /${written}. Did you mean \`/${nearest}\`?`,
    'missing-status': () => 'A status is missing. Write for example `/status affected`.',
    'unknown-status': ({ written, nearest }) =>
      `“${written}” is no status that I know. ${meant(nearest, 'Did you mean ', '? ')}Write \`affected\`, \`not affected\`, \`affected, investigating\`, \`not affected, investigating\`, \`unknown\` or \`fixed in 2.4.1\`.`,
    'investigating-is-unknown': () =>
      'Noted as `unknown`, the status of products that are still under investigation. When you know more, write `/status affected, investigating` or `/status not affected, investigating`.',
    'missing-version': () =>
      'Which version has the fix? Write `/status fixed in 2.4.1`, or `/status affected` while there is none.',
    'fixed-not-affected': () =>
      'A fix and “not affected” do not go together. A product that was fixed was affected: `/status fixed in 2.4.1`.',
    'unclear-words': ({ written, nearest }) =>
      `I am not sure what “${written}” behind the status means${meant(nearest, ' (', '?)')}, so nothing was taken over. Put a colon before your own words: \`/status affected: …\`.`,
    'words-behind': ({ verb, written }) =>
      `\`/${verb}\` takes no such words: “${written}”. Nothing was taken over. Write it without them.`,
    'missing-reason': () => 'Please tell why: `/hold we need two more weeks for the fix`.',
    'too-long': ({ maximum }) => `The text is too long; at most ${maximum} characters are kept.`,
    'forbidden-character': ({ codePoint }) =>
      `The text has an invisible control character (${codePoint}) that cannot be published.`,
    'short-hash': ({ written }) =>
      `“${written}” is too short to name a row. Give its first eight characters at least.`,
    'record-lacks': ({ part }) =>
      `The ${en.parts[part]} is missing. Write \`/record acme not affected via email 2026-11-20: reason\`.`,
    'unknown-channel': ({ written, nearest }) =>
      `“${written}” is no channel that I know. ${meant(nearest, 'Did you mean ', '? ')}Write email, phone, portal, meeting, public, file or github.`,
    'wrong-date': ({ written }) => `There is no such day: “${written}”. Write it as \`2026-11-20\`.`,
    'block-yaml': ({ line, code }) =>
      `Line ${line} of the block is not the plain YAML that I read (${code}). Nothing of the block was taken over.`,
    'block-unknown-key': ({ key, nearest }) =>
      `The block has a key that I do not know: “${key}”. ${meant(nearest, 'Did you mean ', '? ')}Known are status, fixed, products, statement, notices and justification.`,
    'wrong-value': ({ key, reason, received, expected }) =>
      `“${key}”: ${en.values[reason](expected)}${received === '' ? '' : ` It says “${received}”.`}`,
    'not-read': ({ place, written }) =>
      `“${written}” stands ${en.places[place]}, where I read no commands. Write it alone on a line of its own.`,
    unreadable: () =>
      'This comment is too large or too deeply nested to be read. Please write it more simply.',
    'not-allowed': () =>
      'Your account speaks for nobody in this case, so nothing was taken over. The coordinators can add it.',
    'edited-by-another': ({ editor }) =>
      `This comment was edited by ${editor}, who did not write it, so I do not read it. What it said before stays. Please write a new one.`,
    'coordinators-only': ({ verb }) => `\`/${verb}\` in this form is for coordinators.`,
    'vendors-only': ({ verb }) => `\`/${verb}\` is for vendors.`,
    'use-record': () =>
      '`/status` is for vendors. Coordinators write `/record acme not affected via email 2026-11-20`.',
    'not-your-row': ({ vendor }) =>
      `You cannot approve the row of “${vendor}”. \`/approve\` alone approves your own.`,
    'which-vendor': () => 'Whose row? Write `/approve acme`.',
    'unknown-vendor': ({ written, nearest }) =>
      `“${written}” is no vendor of this case. ${meant(nearest, 'Did you mean ', '?')}`,
    'no-answer-yet': ({ vendor }) => `There is no answer of “${vendor}” yet that could be approved.`,
    'other-row': ({ written, row }) =>
      `The row is not “${written}” any more, but \`${row}\`. Please look at it again.`,
    'missing-hash': () =>
      'Which text? Write the first eight characters of its digest at least: `/approve text 1a2b3c4d`.',
    'other-text': ({ written, text }) =>
      `The text as it stands is not “${written}”${text === '' ? '' : `, but \`${text}\``}. Please look at it again.`,
    'date-in-future': ({ day }) => `${day} has not come yet.`,
  },
  places: {
    code: 'in code',
    list: 'in a list',
    heading: 'in a heading',
    link: 'in a link',
    emphasis: 'in bold or italic type',
    table: 'in a table',
    sentence: 'within a sentence',
  },
  values: {
    missing: () => 'this is missing.',
    list: () => 'a list is needed.',
    map: () => 'keys with values are needed.',
    text: () => 'a text is needed.',
    empty: () => 'this is empty.',
    'too-long': (expected) => `this is too long (at most ${expected}).`,
    value: (expected) => `this cannot be read${expected === '' ? '' : `; expected is ${expected}`}.`,
  },
  parts: { vendor: 'vendor', channel: 'channel', date: 'date' },
  help: `Each on a line of its own, outside of quotes, lists and code:

| Write | to |
|---|---|
| \`/status affected\` | say that your products are affected; also \`not affected\`, \`affected, investigating\`, \`not affected, investigating\`, \`unknown\` |
| \`/status not affected: reason\` | add words for the public |
| \`/status fixed in 2.4.1, 3.0.2\` | name versions with the fix |
| \`/approve\` | say that your row in the table is right |
| \`/hold reason\` · \`/release\` | object to the publication · withdraw the objection |

A longer answer goes into a block; known are status, fixed, products, statement, notices and justification:

${BLOCK('The function in question is not included.')}

A later answer, or an edit of your comment, changes your answer. Coordinators also have \`/approve acme\`, \`/approve text 1a2b3c4d\` and \`/record acme not affected via email 2026-11-20: reason\`.`,
};

const ja: CommandWords = {
  problems: {
    'unknown-verb': ({ written, nearest }) =>
      `/${written} というコマンドはありません。\`/${nearest}\` のことでしょうか。`,
    'missing-status': () => '対応状況がありません。例: `/status 該当製品あり`',
    'unknown-status': ({ written, nearest }) =>
      `「${written}」は対応状況として読み取れません。${meant(nearest, '', ' のことでしょうか。')}\`該当製品あり\`、\`該当製品なし\`、\`該当製品あり（調査中）\`、\`該当製品なし（調査中）\`、\`不明\`、\`修正版 2.4.1\` のいずれかをお書きください。`,
    'investigating-is-unknown': () =>
      '調査中の製品を表す \`不明\` として記録しました。見通しがつきましたら \`/status 該当製品あり（調査中）\` または \`/status 該当製品なし（調査中）\` とお書きください。',
    'missing-version': () =>
      '修正されたバージョンをお書きください。例: `/status 修正版 2.4.1`。まだない場合は `/status 該当製品あり` とお書きください。',
    'fixed-not-affected': () =>
      '修正版と「該当製品なし」は両立しません。修正した製品がある場合は `/status 修正版 2.4.1` とお書きください。',
    'unclear-words': ({ written, nearest }) =>
      `対応状況の後の「${written}」の意味が${meant(nearest, '（', ' でしょうか）')}読み取れないため、何も記録していません。説明の前にはコロンを置いてください。例: \`/status 該当製品あり：…\``,
    'words-behind': ({ verb, written }) =>
      `\`/${verb}\` の後の「${written}」は読み取れないため、何も記録していません。この部分を除いてお書きください。`,
    'missing-reason': () => '理由をお書きください。例: `/hold 修正版の公開まで二週間必要です`',
    'too-long': ({ maximum }) => `文が長すぎます。${maximum} 文字以内でお書きください。`,
    'forbidden-character': ({ codePoint }) => `公表できない制御文字（${codePoint}）が含まれています。`,
    'short-hash': ({ written }) => `「${written}」は短すぎます。先頭の 8 文字以上をお書きください。`,
    'record-lacks': ({ part }) =>
      `${ja.parts[part]}がありません。例: \`/record acme 該当製品なし via email 2026-11-20：理由\``,
    'unknown-channel': ({ written, nearest }) =>
      `「${written}」という連絡手段はありません。${meant(nearest, '', ' のことでしょうか。')}email、phone、portal、meeting、public、file、github のいずれかをお書きください。`,
    'wrong-date': ({ written }) =>
      `「${written}」という日はありません。\`2026-11-20\` の形でお書きください。`,
    'block-yaml': ({ line, code }) =>
      `ブロックの ${line} 行目を YAML として読み取れません（${code}）。ブロックの内容は記録していません。`,
    'block-unknown-key': ({ key, nearest }) =>
      `ブロックに不明なキー「${key}」があります。${meant(nearest, '', ' のことでしょうか。')}使えるキーは status、fixed、products、statement、notices、justification です。`,
    'wrong-value': ({ key, reason, received, expected }) =>
      `「${key}」: ${ja.values[reason](expected)}${received === '' ? '' : `（書かれている値: 「${received}」）`}`,
    'not-read': ({ place, written }) =>
      `「${written}」は${ja.places[place]}ため、コマンドとして読み取りません。単独の行にお書きください。`,
    unreadable: () =>
      'このコメントは大きすぎるか入れ子が深すぎるため、読み取れません。簡潔にお書きください。',
    'not-allowed': () =>
      'このアカウントは本件のどの製品開発者にも登録されていないため、何も記録していません。調整機関が登録できます。',
    'edited-by-another': ({ editor }) =>
      `このコメントは投稿者ではない ${editor} が編集したため、読み取りません。以前の内容はそのまま残ります。新しいコメントをお書きください。`,
    'coordinators-only': ({ verb }) => `この形の \`/${verb}\` は調整機関だけが使えます。`,
    'vendors-only': ({ verb }) => `\`/${verb}\` は製品開発者だけが使えます。`,
    'use-record': () =>
      '`/status` は製品開発者のためのものです。調整機関は `/record acme 該当製品なし via email 2026-11-20` とお書きください。',
    'not-your-row': ({ vendor }) =>
      `「${vendor}」の行は承認できません。自社の行は \`/approve\` だけで承認できます。`,
    'which-vendor': () => 'どの製品開発者の行かをお書きください。例: `/approve acme`',
    'unknown-vendor': ({ written, nearest }) =>
      `「${written}」は本件の製品開発者ではありません。${meant(nearest, '', ' のことでしょうか。')}`,
    'no-answer-yet': ({ vendor }) => `「${vendor}」の回答がまだないため、承認できません。`,
    'other-row': ({ written, row }) =>
      `行は「${written}」ではなく \`${row}\` に変わっています。もう一度ご確認ください。`,
    'missing-hash': () =>
      'どの公表文かを、ハッシュ値の先頭 8 文字以上で示してください。例: `/approve text 1a2b3c4d`',
    'other-text': ({ written, text }) =>
      `現在の公表文は「${written}」ではありません${text === '' ? '' : `（現在は \`${text}\`）`}。もう一度ご確認ください。`,
    'date-in-future': ({ day }) => `${day} はまだ来ていません。`,
  },
  places: {
    code: 'コードの中にある',
    list: '箇条書きの中にある',
    heading: '見出しの中にある',
    link: 'リンクの中にある',
    emphasis: '太字や斜体の中にある',
    table: '表の中にある',
    sentence: '文の途中にある',
  },
  values: {
    missing: () => '値がありません。',
    list: () => 'リストでお書きください。',
    map: () => 'キーと値の組でお書きください。',
    text: () => '文字列でお書きください。',
    empty: () => '空です。',
    'too-long': (expected) => `長すぎます（${expected} まで）。`,
    value: (expected) => `読み取れません${expected === '' ? '' : `（期待される値: ${expected}）`}。`,
  },
  parts: { vendor: '製品開発者', channel: '連絡手段', date: '日付' },
  help: `引用、箇条書き、コードの外に、一行に一つずつお書きください。

| 書くこと | 意味 |
|---|---|
| \`/status 該当製品あり\` | 該当製品がある。ほかに \`該当製品なし\`、\`該当製品あり（調査中）\`、\`該当製品なし（調査中）\`、\`不明\` |
| \`/status 該当製品なし：理由\` | 公表する説明を添える |
| \`/status 修正版 2.4.1、3.0.2\` | 修正されたバージョン |
| \`/approve\` | 表の自社の行を確認した |
| \`/hold 理由\` · \`/release\` | 公表に異議がある · 異議を取り下げる |

全角文字や、\`/状況 該当製品なし\`、\`/承認\`、\`/保留 理由\`、\`/解除\`、\`/ヘルプ\` でもかまいません。長い回答はブロックにお書きください（status、fixed、products、statement、notices、justification）。

${BLOCK('該当する機能を含みません。')}

後からの回答やコメントの編集で、回答は置き換わります。調整機関は \`/approve acme\`、\`/approve text 1a2b3c4d\`、\`/record acme 該当製品なし via email 2026-11-20：理由\` も使えます。`,
};

/** The words of both languages. */
export const commandWords = { ja, en } as const;
