import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { record } from './exchange.ts';
import type { Answer } from './exchange.ts';

/** What lies behind the few fields that we ask for. */
export interface GraphqlWorld {
  /** Login of whoever asks; Apps carry `[bot]`. */
  viewer: string;
  /** A node by its global identifier. */
  findNode: (id: string) => object | undefined;
  /** Makes a draft an ordinary pull request; `false` when there is no such pull request. */
  markReady: (id: string) => Promise<boolean>;
}

let known: GraphQLSchema | undefined;

function schema(): GraphQLSchema {
  const folder = import.meta.resolve('@octokit/graphql-schema');
  // The published schema repeats a field, which the strict reader refuses.
  known ??= buildSchema(readFileSync(fileURLToPath(new URL('schema.graphql', folder)), 'utf8'), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  return known;
}

/** Checks the question against GitHub's published schema and answers it. Faults of the question are violations. */
export async function answerGraphql(
  body: unknown,
  world: GraphqlWorld,
): Promise<{ answer: Answer; violations: string[] }> {
  const { query, variables } = record(body);
  const document = parse(String(query));
  const faults = validate(schema(), document).map(({ message }) => message);
  if (faults.length > 0)
    return { answer: ok({ errors: faults.map((message) => ({ message })) }), violations: faults };
  const variableValues = record(variables);
  const result = await execute({ schema: schema(), document, rootValue: rootOf(world), variableValues });
  const errors = result.errors?.map(({ message, extensions }) => ({ type: extensions['type'], message }));
  const violations = (errors ?? []).filter(({ type }) => type === undefined).map(({ message }) => message);
  return { answer: ok({ data: result.data, ...(errors ? { errors } : {}) }), violations };
}

function ok(body: object): Answer {
  return { status: 200, body };
}

function rootOf({ viewer, findNode, markReady }: GraphqlWorld) {
  return {
    viewer: { login: viewer },
    nodes: ({ ids }: { ids: string[] }) => ids.map((id) => findNode(id) ?? missing(id)),
    markPullRequestReadyForReview: async ({ input }: { input: { pullRequestId: string } }) => {
      const isDone = await markReady(input.pullRequestId);
      return isDone ? { pullRequest: { isDraft: false } } : missing(input.pullRequestId);
    },
  };
}

function missing(id: string): GraphQLError {
  const said = `Could not resolve to a node with the global id of '${id}'.`;
  return new GraphQLError(said, { extensions: { type: 'NOT_FOUND' } });
}
