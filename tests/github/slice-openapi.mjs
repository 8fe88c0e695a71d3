/*
 * Cuts the operations that we use out of GitHub's OpenAPI document, for the contract check of the tests:
 *
 *   node tests/github/slice-openapi.mjs <folder of the unpacked package @octokit/openapi>
 *
 * Words for people are left out, and `nullable` of OpenAPI 3.0 is written as JSON Schema writes it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';

const OPERATIONS = [
  'POST /app/installations/{installation_id}/access_tokens',
  'POST /orgs/{org}/repos',
  'POST /user/repos',
  ...[
    'GET ',
    'PATCH ',
    'GET /actions/permissions',
    'PUT /actions/permissions',
    'GET /actions/permissions/selected-actions',
    'PUT /actions/permissions/selected-actions',
    'GET /actions/permissions/workflow',
    'PUT /actions/permissions/workflow',
    'GET /actions/runs',
    'GET /branches',
    'GET /collaborators',
    'PUT /collaborators/{username}',
    'DELETE /collaborators/{username}',
    'GET /commits',
    'PUT /contents/{path}',
    'GET /git/blobs/{file_sha}',
    'POST /git/commits',
    'GET /git/commits/{commit_sha}',
    'GET /git/ref/{ref}',
    'POST /git/refs',
    'PATCH /git/refs/{ref}',
    'DELETE /git/refs/{ref}',
    'POST /git/trees',
    'GET /git/trees/{tree_sha}',
    'GET /invitations',
    'DELETE /invitations/{invitation_id}',
    'GET /issues',
    'GET /issues/comments',
    'PATCH /issues/comments/{comment_id}',
    'POST /issues/comments/{comment_id}/reactions',
    'PATCH /issues/{issue_number}',
    'GET /issues/{issue_number}/comments',
    'POST /issues/{issue_number}/comments',
    'POST /issues/{issue_number}/labels',
    'DELETE /issues/{issue_number}/labels/{name}',
    'GET /pulls',
    'POST /pulls',
    'GET /pulls/comments',
    'GET /pulls/{pull_number}',
    'PATCH /pulls/{pull_number}',
    'GET /pulls/{pull_number}/commits',
    'PUT /pulls/{pull_number}/merge',
    'GET /pulls/{pull_number}/reviews',
    'GET /releases',
    'GET /security-advisories',
    'PATCH /security-advisories/{ghsa_id}',
    'GET /tags',
  ].map((operation) => operation.replace(' ', ' /repos/{owner}/{repo}')),
];

const KEYWORDS = new Set(
  [
    'type',
    'format',
    'enum',
    'pattern',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
    'minItems',
    'maxItems',
  ]
    .concat(['uniqueItems', 'items', 'properties', 'required', 'additionalProperties', 'minProperties'])
    .concat(['maxProperties', 'allOf', 'anyOf', 'oneOf', 'not']),
);

const folder = process.argv[2] ?? '.';
const source = readFileSync(join(folder, 'generated/api.github.com.json'));
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const document = JSON.parse(source.toString('utf8'));

const schemas = {};
const operations = {};
for (const operation of OPERATIONS) operations[operation] = cut(operation);

const slice = {
  source: `@octokit/openapi ${version}, generated/api.github.com.json`,
  sha256: createHash('sha256').update(source).digest('hex'),
  operations,
  components: { schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))) },
};
const target = new URL('contract/github-api-slice.json', import.meta.url);
writeFileSync(target, await format(JSON.stringify(slice), { parser: 'json', printWidth: 110 }));

function cut(name) {
  const [verb, path] = name.split(' ');
  const item = document.paths[path];
  const operation = item[verb.toLowerCase()];
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const answer = resolve(response).content?.['application/json']?.schema;
    return [status, answer ? slim(answer) : null];
  });
  return {
    query: Object.fromEntries(query.map((parameter) => [parameter.name, slim(parameter.schema)])),
    body: body ? slim(body) : null,
    isBodyRequired: operation.requestBody?.required === true,
    responses: Object.fromEntries(responses),
  };
}

function resolve(part) {
  if (!part.$ref) return part;
  return part.$ref
    .split('/')
    .slice(1)
    .reduce((at, key) => at[key], document);
}

/** A schema without words for people; the components that it names are taken along. */
function slim(schema) {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (schema.$ref) return refer(schema.$ref);
  const kept = Object.entries(schema).filter(([key]) => KEYWORDS.has(key));
  const plain = Object.fromEntries(kept.map(([key, value]) => [key, slimKeyword(key, value)]));
  return schema.nullable === true ? orNull(plain) : plain;
}

function slimKeyword(key, value) {
  if (key === 'properties')
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, slim(part)]));
  if (['allOf', 'anyOf', 'oneOf'].includes(key)) return value.map(slim);
  return ['items', 'additionalProperties', 'not'].includes(key) ? slim(value) : value;
}

function refer($ref) {
  const name = $ref.split('/').at(-1);
  if (!(name in schemas)) {
    schemas[name] = {};
    schemas[name] = slim(document.components.schemas[name]);
  }
  return { $ref: `#/components/schemas/${name}` };
}

function orNull(schema) {
  if (typeof schema.type !== 'string') return { anyOf: [{ type: 'null' }, schema] };
  const { enum: values } = schema;
  return {
    ...schema,
    type: [schema.type, 'null'],
    ...(values && !values.includes(null) ? { enum: [...values, null] } : {}),
  };
}
