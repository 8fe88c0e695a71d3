import { parseYamlMapping, type YamlMapping } from '#catalog/yaml.ts';
import { normalizeSource } from '#catalog/source.ts';
import { checkAnswer } from './check-answer.ts';
import type { CommandProblem } from './command.ts';
import { foldLine } from './fold-line.ts';
import type { StatusResult } from './status-line.ts';
import { parseStatusWords } from './status-words.ts';

/** Longest block, in characters. */
const LONGEST_BLOCK = 32 * 1024;

/**
 * Most keys and items of all blocks of a comment: the YAML library compares each key of a map with all others. Two hundred
 * products have eight hundred.
 */
export const MOST_MARKS = 1500;

/** How many keys and items a block can have at most. */
export function countMarks(text: string): number {
  return text.match(/[,:?]|^[^\s-]/gm)?.length ?? 0;
}

/** Other names of the keys, folded. */
export const ANSWER_KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    status: ['status', 'vendor status', '対応状況', '状況', 'ステータス'],
    fixed: [
      'fixed',
      'fixed in',
      'fixed version',
      'fixed versions',
      '修正バージョン',
      '修正版',
      '修正済みバージョン',
    ],
    products: ['products', 'product', 'affected products', '製品', '該当製品', '影響を受ける製品'],
    statement: ['statement', '回答', 'ベンダの回答', 'コメント'],
    notices: ['notices', 'notice', 'urls', 'url', '関連情報', '告知', 'お知らせ'],
    justification: ['justification', '該当しない理由'],
  }).flatMap(([key, names]) => names.map((name) => [name, key] as const)),
);

/** The text of a `vendor-status` block: YAML with the keys of an answer, in English or Japanese. */
export function parseAnswerBlock(text: string): StatusResult {
  if (text.length > LONGEST_BLOCK)
    return { problems: [{ kind: 'too-long', params: { maximum: LONGEST_BLOCK } }] };
  const yaml = parseYamlMapping(foldKeys(normalizeSource(text)));
  if (!yaml.ok) {
    const problems = yaml.problems.slice(0, 3).map(({ line, kind }): CommandProblem => {
      return { kind: 'block-yaml', params: { line, code: kind } };
    });
    return { problems };
  }
  return readAnswer(renameKeys(yaml.data));
}

/** An input method writes `status：` where YAML wants `status: `. */
function foldKeys(text: string): string {
  return text.replaceAll(
    /^([\p{L}_ -]{1,30})[：:](?=[^\s/])[\u3000 ]*|^([\p{L}_ -]{1,30})：/gmu,
    (whole, a?: string, b?: string) => {
      const key = a ?? b ?? '';
      return ANSWER_KEYS.has(foldKey(key)) ? `${key}: ` : whole;
    },
  );
}

export function foldKey(key: string): string {
  return key
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')
    .trim();
}

/** A second name of a key that is there already stays what it is: an unknown key. */
function renameKeys(data: YamlMapping): Record<string, unknown> {
  const renamed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    const name = ANSWER_KEYS.get(foldKey(key)) ?? key;
    renamed[Object.hasOwn(renamed, name) ? key : name] = value;
  }
  return renamed;
}

/**
 * An answer from texts under the keys of `answerSchema`, forgiving in what people write there: a status in words, a list
 * as one text with commas, an empty value for one that is left out.
 */
export function readAnswer(data: Readonly<Record<string, unknown>>): StatusResult {
  const { status, fixed, notices, ...rest } = data;
  if (typeof status !== 'string') return checkOnly({ ...data });
  const line = foldLine(status.trim());
  const spoken = parseStatusWords(line.text);
  if ('kind' in spoken) return { problems: [spoken] };
  if (/[\p{L}\p{N}?]/u.test(line.text.slice(spoken.end)))
    return { problems: [{ kind: 'unknown-status', params: { written: status, nearest: '' } }] };
  const versions = typeof fixed === 'string' ? splitList(fixed, /[,、;\n]/u) : (fixed ?? spoken.fixed);
  if (listed(versions) && spoken.status !== 'affected' && spoken.status !== 'affected-investigating')
    return { problems: [{ kind: 'fixed-not-affected', params: {} }] };
  const result = checkOnly({
    status: spoken.status,
    ...(listed(versions) && { fixed: versions }),
    ...(notices !== undefined && {
      notices: typeof notices === 'string' ? splitList(notices, /[\s,、]/u) : notices,
    }),
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '')),
  });
  const isVague = result.answer !== undefined && spoken.isOnlyInvestigating;
  return isVague ? { ...result, problems: [{ kind: 'investigating-is-unknown', params: {} }] } : result;
}

function listed(value: unknown): boolean {
  return !Array.isArray(value) || value.length > 0;
}

function splitList(text: string, between: RegExp): string[] {
  const items = text.split(between).map((item) => item.trim());
  return items.filter((item) => item !== '');
}

function checkOnly(data: unknown): StatusResult {
  const checked = checkAnswer(data);
  return 'problems' in checked ? checked : { answer: checked.answer, problems: [] };
}
