/** What the list of developers who could not be reached says, in Japanese. */
export const unreachable = {
  title: '連絡不能開発者一覧',
  description: '脆弱性の届出があった製品のうち、開発者と連絡が取れていないものの一覧です。',
  purpose:
    '製品の脆弱性について届出がありましたが、開発者と連絡が取れていません。お心当たりのある方からの連絡をお待ちするための一覧です。',
  neutral: '掲載は、開発者に落ち度があることを示すものではありません。',
  listed: {
    heading: '掲載されている方へ',
    steps: [
      '下の連絡先に、メールなど非公開の方法でご連絡ください。管理番号を添えていただくと確認が早くなります。',
      '開発者ご本人であることを確認した後、届出の内容をお伝えします。対策と公表の時期は、ご相談のうえで決めます。',
    ],
    removal: (days: number) =>
      `確認後 ${days} 就業日以内に、名前と製品名をこの一覧から削除します。削除後は、管理番号と、掲載や回答の日付だけが残ります。`,
    contact: '連絡先',
    never: '脆弱性や届出の内容を、公開の掲示板や SNS、リポジトリの課題には書かないでください。',
  },
  known: {
    heading: '開発者をご存じの方へ',
    lead: '開発者の現在の連絡先をご存じの方は、上の連絡先へお知らせください。開発者ご本人に、このページのことを伝えていただくだけでも助かります。',
  },
  counts: {
    heading: '掲載の状況',
    stage: '段階',
    count: '件数',
    caption: '段階ごとの件数',
    answered: '回答あり(掲載終了)',
    total: '掲載中の合計',
    history: '四半期ごとの掲載',
  },
  list: {
    heading: '一覧',
    caption: (count: number) => `連絡が取れていない開発者(${count}件)`,
    number: '管理番号',
    name: '開発者名',
    since: '掲載開始日',
    stage: '段階',
    product: '製品・バージョン',
    published: '公表した情報',
    individual: '個人',
    versions: 'バージョン',
    unknown: '不明',
    notYet: '未掲載',
    answeredOn: '回答があった日',
    answered: 'この掲載は終了しました(回答あり)。',
    gone: 'この表にない管理番号の掲載は、終了しています。',
    none: '現在、掲載している開発者はいません。',
    find: '管理番号・製品名',
  },
  /** What each stage is called. */
  stages: {
    listed: '開発者名の公表',
    product: '製品名の公表',
    committee: '公表の判定',
    published: '脆弱性情報の公表',
  },
  process: {
    heading: '掲載の流れ',
    steps: {
      listed: '一定の期間、手を尽くしても連絡が取れないとき、開発者の名前をこの一覧に掲載します。',
      product: (days: number) =>
        `${days} 日を目安に、製品の名前とバージョンを加えて、関係する方を広く探します。`,
      committee:
        'それでも連絡が取れないときは、公表してよいかどうかを委員会が判定します。開発者には意見を述べる機会があります。',
      published: '公表が適当と判定したときは、利用者が製品の使用を停止できるように、脆弱性情報を公表します。',
    },
    answered: 'どの段階でも、開発者から回答があれば掲載を終了し、通常の調整に戻ります。',
  },
  judged: {
    heading: '公表判定を経て公表した情報',
    lead: '開発者と調整できないまま、公表判定を経て公表した脆弱性情報です。',
    none: 'まだありません。',
    on: '公表判定',
  },
  /** On the page and in the feeds of an advisory that was published after judgement. */
  notice: {
    title: '公表判定を経て公表した情報です',
    text: '製品の開発者と調整できなかったため、公表判定を経て公表しました。対策方法をご確認ください。',
    link: '公表判定と連絡不能開発者について',
  },
};
