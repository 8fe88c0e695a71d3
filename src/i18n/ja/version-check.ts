/** What “is my version affected?” says. Words in braces are filled in by the script. */
export const versionCheck = {
  heading: 'ご利用のバージョンは影響を受けますか',
  product: '製品',
  allProducts: (count: number) => `すべての製品(${count}件)`,
  version: 'バージョン',
  hint: (example: string) =>
    `バージョンを一つ入力してください(例: ${example})。入力した内容は、このページの外に送信も保存もされません。`,
  button: '調べる',
  affected: 'バージョン {version} は影響を受けます',
  outside: 'バージョン {version} は、この情報の対象範囲に含まれません',
  unknown: 'この情報だけでは判断できません',
  /** The same over several entries of one advisory, and over several advisories of one vendor. */
  several: {
    products: {
      affected: 'バージョン {version} は、次の製品で影響を受けます({count}件)',
      unknown: '次の製品は、この情報だけでは判断できません({count}件)',
      outside: 'バージョン {version} は、次の製品ではこの情報の対象範囲に含まれません({count}件)',
    },
    advisories: {
      affected: 'バージョン {version} は、次の情報で影響を受けるとされています({count}件)',
      unknown: '次の情報だけでは判断できません({count}件)',
      outside: 'バージョン {version} は、次の情報の対象範囲に含まれません({count}件)',
    },
  },
  reasons: {
    'in-range': '影響を受けるバージョン「{phrase}」に含まれます。',
    'fixed-version': '修正バージョン {fixed} に当たります。',
    'after-fix': '影響を受けるとされた範囲の外で、修正バージョン {fixed} より後のバージョンです。',
    'outside-ranges': '影響を受けるとされた範囲({phrases})の外です。',
    'no-ranges': '影響を受けるバージョンが、範囲として記載されていません。',
  },
  /** Stands between the phrases of several ranges. */
  separator: '、',
  note: '次の記載もあわせて確認してください: ',
  cves: '対象の CVE: ',
  severalCves: '該当する CVE は製品によって異なります。',
  solution: '対策方法を見る',
  found:
    'バージョン {version} の結果: 影響を受ける {affected}件、判断できない {unknown}件、対象範囲外 {outside}件',
  caution: {
    products:
      'このページに記載された範囲と照らし合わせた結果です。記載のない脆弱性がないことを示すものではありません。バージョンの数え方がベンダの表記と異なるときは、ベンダの情報を確認してください。',
    advisories:
      '各情報に記載された範囲と照らし合わせた結果です。記載のない脆弱性がないことを示すものではありません。バージョンの数え方がベンダの表記と異なるときは、ベンダの情報を確認してください。',
  },
  loading: '読み込んでいます…',
  failed:
    '確認に必要なデータを読み込めませんでした。通信の状態を確かめて、もう一度お試しになるか、ページを再読み込みしてください。各情報のページの表でも確認できます。',
  problems: {
    empty: 'バージョンを入力してください(例: {example})。',
    range: '範囲ではなく、お使いのバージョンを一つだけ入力してください(例: {example})。',
    words: '「以前」などの語や製品名を除き、バージョンの番号だけを入力してください(例: {example})。',
    several: 'バージョンは一つずつ入力してください(例: {example})。',
    unreadable:
      'バージョンとして読み取れません。数字を含む100文字以内の英数字と . - _ + : ~ で入力してください(例: {example})。',
  },
};
