import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Exchange } from './exchange.ts';

/** Where a request or an answer does not keep to GitHub's own description of its API. */
export interface Violation {
  side: 'request' | 'response';
  /** `GET /repos/{owner}/{repo}` */
  operation: string;
  text: string;
}

interface Operation {
  query: Readonly<Record<string, object>>;
  body: { properties?: Readonly<Record<string, object>> } | null;
  isBodyRequired: boolean;
  responses: Readonly<Record<string, object | null>>;
}
interface Slice {
  operations: Readonly<Record<string, Operation>>;
  components: object;
}

const file = new URL('contract/github-api-slice.json', import.meta.url);
const slice = JSON.parse(readFileSync(file, 'utf8')) as Slice;

const ajv = new Ajv({ strict: false, allErrors: true });
(addFormats as unknown as (ajv: Ajv) => void)(ajv);
for (const name of ['repo.nwo', 'timestamp', 'ssh-key', 'int64']) ajv.addFormat(name, true);
ajv.addSchema({ $id: 'slice', ...slice });

const routes = Object.keys(slice.operations).map((name) => {
  const [method = '', template = ''] = name.split(' ');
  const literals = template.split('/').filter((part) => !part.startsWith('{')).length;
  return { name, method, literals, pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`) };
});
// `/issues/comments` must win over `/issues/{issue_number}`.
routes.sort((a, b) => b.literals - a.literals);

/** Judges one request and its answer. GraphQL has a schema of its own and is judged there. */
export function judgeExchange({ question, answer, isFault }: Exchange): Violation[] {
  const { method, path } = question;
  const name = routes.find((route) => route.method === method && route.pattern.test(path))?.name;
  const operation = name && slice.operations[name];
  if (!name || !operation) {
    return [
      { side: 'request', operation: `${method} ${path}`, text: 'not among the operations that we use' },
    ];
  }
  const asked = [
    ...judgeQuery(name, operation, question.query),
    ...judgeBody(name, operation, question.body),
  ];
  const answered = isFault ? [] : judgeAnswer(name, operation, answer.status, answer.body);
  return [
    ...asked.map((text) => ({ side: 'request' as const, operation: name, text })),
    ...answered.map((text) => ({ side: 'response' as const, operation: name, text })),
  ];
}

function judgeQuery(name: string, operation: Operation, query: URLSearchParams): string[] {
  return [...query].flatMap(([key, value]) => {
    if (!(key in operation.query)) return [`unknown query ${key}`];
    const check = compile(name, ['query', key]);
    // A query is text; numbers and switches are tried as what they look like, too.
    return check(value) || check(parsed(value)) ? [] : [`query ${key}: ${errorsOf(check).join()}`];
  });
}

function judgeBody(name: string, { body: schema, isBodyRequired }: Operation, body: unknown): string[] {
  if (body === undefined) return isBodyRequired ? ['no body'] : [];
  if (schema === null) return ['a body where none belongs'];
  const known = schema.properties;
  const unknown = known ? Object.keys(body as object).filter((key) => !(key in known)) : [];
  const check = compile(name, ['body']);
  const wrong = check(body) ? [] : errorsOf(check);
  return [...unknown.map((key) => `unknown property ${key}`), ...wrong];
}

function judgeAnswer(name: string, { responses }: Operation, status: number, body: unknown): string[] {
  // Every operation may meet these; the document does not repeat them everywhere.
  if ([401, 403, 404, 422].includes(status) && !(status in responses)) return [];
  if (!(status in responses)) return [`undocumented status ${status}`];
  if (responses[status] === null) return body === undefined ? [] : ['a body where none belongs'];
  const check = compile(name, ['responses', String(status)]);
  return check(body) ? [] : errorsOf(check);
}

const compiled = new Map<string, ValidateFunction>();

function compile(name: string, place: readonly string[]): ValidateFunction {
  const pointer = ['operations', name, ...place].map((part) =>
    part.replaceAll('~', '~0').replaceAll('/', '~1'),
  );
  const key = `slice#/${pointer.map(encodeURIComponent).join('/')}`;
  const check = compiled.get(key) ?? ajv.compile({ $ref: key });
  compiled.set(key, check);
  return check;
}

function errorsOf(check: ValidateFunction): string[] {
  const errors = (check.errors ?? []).map(({ instancePath, message, params }) => {
    // Which item of a list it is says nothing about the kind of fault.
    const place = instancePath.replace(/\/\d+/g, '/*');
    const { additionalProperty } = params as { additionalProperty?: string };
    return `${place} ${message ?? ''}${additionalProperty ? ` (${additionalProperty})` : ''}`.trim();
  });
  return [...new Set(errors)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
