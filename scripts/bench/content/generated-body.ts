import type { Language } from '#domain/language.ts';
import { SECTION_HEADINGS } from '#domain/section.ts';
import type { Cast } from './generated-facts.ts';
import type { Random } from './random.ts';
import { COMPONENTS, CONDITIONS, WORKAROUNDS, type Pair } from './vocabulary.ts';

type Choice = (pair: Pair) => string;

/** The prose of an advisory. The same chance gives the same structure in either language. */
export function buildBody(random: Random, cast: Cast, language: Language): string {
  const words: Choice = ([ja, en]) => (language === 'ja' ? ja : en);
  const heading = SECTION_HEADINGS[language];
  const sections: readonly (readonly [string, string])[] = [
    [heading.overview[0], overview(cast, words)],
    [heading.details[0], details(random, cast, words)],
    [heading.impact[0], impact(cast, words)],
    [heading.solution[0], solution(random, cast, words)],
    ...(random.chance(0.5) ? [[heading.addendum[0], addendum(random, cast, words)] as const] : []),
    ...(random.chance(0.4) ? [[heading.analysis[0], analysis(random, cast, words)] as const] : []),
  ];
  return sections.map(([title, text]) => `## ${title}\n\n${text}\n`).join('\n');
}

function overview({ vendor, product, weakness }: Cast, words: Choice): string {
  return words([
    `${vendor.name[0]}が提供する ${product[0]} には、${weakness.name[0]}の脆弱性が存在します。`,
    `${product[1]}, provided by ${vendor.name[1]}, contains a vulnerability of the kind ${weakness.name[1]}.`,
  ]);
}

function details(random: Random, { product, weaknesses }: Cast, words: Choice): string {
  const items = weaknesses.map(({ name, flaw, cwe }) => {
    const [component, condition] = [random.pick(COMPONENTS), random.pick(CONDITIONS)];
    const path = `/${random.pick(['admin', 'api', 'cgi-bin', 'user'])}/${random.pick(['session', 'config', 'import', 'search', 'notify'])}`;
    return words([
      `**${name[0]}**(${cwe})\n\n  ${product[0]} の${component[0]}(\`${path}\`)は、${flaw[0]}。この問題は、${condition[0]}に影響を受けやすくなります。細工された要求を受け取ると、本来は許されない処理が行われることがあります。`,
      `**${name[1]}** (${cwe})\n\n  The ${component[1]} of ${product[1]} (\`${path}\`) ${flaw[1]}. It is most exposed ${condition[1]}. When it receives a crafted request, it may do what it should not allow.`,
    ]);
  });
  const lead = words([
    `${product[0]} には、次の脆弱性が存在します。いずれも、開発者による確認と再現が済んでいます。`,
    `${product[1]} contains the following vulnerabilities. All of them have been confirmed and reproduced by the developer.`,
  ]);
  const scope = random.pick(CONDITIONS);
  const end = words([
    `影響を受けるかどうかは、${product[0]} の管理画面に表示される版番号で確認できます。${scope[0]}は、公開されている記録や設定をあわせて確認し、不審な操作の形跡がないかを調べることを推奨します。確認の方法は、開発者の案内に記載されています。`,
    `Whether an installation is affected can be told from the version that the management page of ${product[1]} shows. ${scope[1].replace(/^w/, 'W')}, records and settings should be examined for traces of unusual activity as well. The developer describes how.`,
  ]);
  return `${lead}\n\n${items.map((item) => `- ${item}`).join('\n')}\n\n${end}`;
}

function impact({ weaknesses }: Cast, words: Choice): string {
  const lead = words([
    '想定される影響は、脆弱性と運用の形態によって異なりますが、次のような影響を受ける可能性があります。',
    'The impact depends on the vulnerability and on how the product is used; the following may happen.',
  ]);
  return `${lead}\n\n${weaknesses.map(({ impact: text }) => `- ${words(text)}`).join('\n')}`;
}

function solution(random: Random, { product, vendor }: Cast, words: Choice): string {
  const update = words([
    `**アップデートする**\n\n開発者が提供する情報をもとに、${product[0]} を最新版へアップデートしてください。開発者は、本脆弱性を修正した版を提供しています。詳しくは、[${vendor.name[0]}の案内](https://${vendor.host}/support/)をご確認ください。`,
    `**Update the software**\n\nUpdate ${product[1]} to the latest version according to the information provided by the developer, who has released a version that corrects the vulnerability. See [the notice by ${vendor.name[1]}](https://${vendor.host}/support/).`,
  ]);
  const lead = words([
    '**ワークアラウンドを実施する**\n\nアップデートを適用できない場合は、次の回避策を適用することで、本脆弱性の影響を軽減することが可能です。',
    '**Apply workarounds**\n\nWhere the update cannot be applied, the following workarounds reduce the impact of the vulnerability.',
  ]);
  const list = random.sample(WORKAROUNDS, random.integer(2, 5)).map((workaround) => `- ${words(workaround)}`);
  return `${update}\n\n${lead}\n\n${list.join('\n')}`;
}

function addendum(random: Random, { product }: Cast, words: Choice): string {
  const [condition, component] = [random.pick(CONDITIONS), random.pick(COMPONENTS)];
  return words([
    `本脆弱性は、${condition[0]}に影響が大きくなります。${product[0]} の${component[0]}を利用していない場合でも、アップデートの適用を推奨します。サポートが終了した版については、修正版は提供されません。`,
    `The impact is greater ${condition[1]}. The update is recommended even where the ${component[1]} of ${product[1]} is not in use. Versions whose support has ended will not be corrected.`,
  ]);
}

function analysis(random: Random, { weaknesses }: Cast, words: Choice): string {
  const rows = weaknesses.map(({ name, cwe }) => `| ${words(name)} | ${cwe} | ${words(random.pick(CONDITIONS))} |`);
  const head = words(['| 脆弱性 | 種類 | 条件 |', '| Vulnerability | Kind | Condition |'] as Pair);
  const lead = words([
    '公表時点での分析は次のとおりです。攻撃の難易度は、利用の形態により変わります。',
    'This is the analysis at the time of publication. How hard an attack is depends on how the product is used.',
  ]);
  return `${lead}\n\n${head}\n| --- | --- | --- |\n${rows.join('\n')}`;
}
