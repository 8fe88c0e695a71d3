import { parse } from 'yaml';

/** Where a workflow runs: in the public repository of the site, in a room, or in the hub. */
export type Place = 'site' | 'room' | 'hub';

export interface WorkflowFile {
  path: string;
  place: Place;
  text: string;
}

/** One step, as far as rules look at it. */
export interface Step {
  /** Such as `answer[2]`. */
  at: string;
  /** `actions/checkout@…`; empty for a step that runs a script. */
  uses: string;
  with: Mapping;
  run: string;
  data: Mapping;
}

interface Job {
  at: string;
  data: Mapping;
  steps: readonly Step[];
}

/** A workflow, parsed. Values are what YAML made of them; an absent mapping is an empty one. */
export interface Workflow {
  place: Place;
  text: string;
  data: Mapping;
  /** The events by name, with their settings. */
  events: ReadonlyMap<string, Mapping>;
  jobs: readonly Job[];
  steps: readonly Step[];
}

export type Mapping = Readonly<Record<string, unknown>>;

export function parseWorkflow({ place, text }: WorkflowFile): Workflow {
  const data = toMapping(parse(text));
  const jobs = Object.entries(toMapping(data['jobs'])).map(([name, job]) => toJob(name, toMapping(job)));
  return { place, text, data, events: toEvents(data['on']), jobs, steps: jobs.flatMap(({ steps }) => steps) };
}

export function toMapping(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}

export function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function toJob(name: string, data: Mapping): Job {
  const steps = Array.isArray(data['steps']) ? data['steps'] : [];
  return { at: name, data, steps: steps.map((step, index) => toStep(`${name}[${index}]`, toMapping(step))) };
}

function toStep(at: string, data: Mapping): Step {
  return { at, uses: toText(data['uses']), with: toMapping(data['with']), run: toText(data['run']), data };
}

function toEvents(on: unknown): Map<string, Mapping> {
  if (typeof on === 'string') return new Map([[on, {}]]);
  if (Array.isArray(on)) return new Map(on.map((event) => [String(event), {}]));
  return new Map(Object.entries(toMapping(on)).map(([event, settings]) => [event, toMapping(settings)]));
}

/** The steps that use an action, whatever its version. */
export function stepsUsing({ steps }: Pick<Workflow, 'steps'>, action: string): Step[] {
  return steps.filter(({ uses }) => uses.startsWith(`${action}@`));
}

/** Every text below a value with its path, such as `jobs.answer.steps.1.run`. */
export function textsIn(value: unknown, path: readonly string[] = []): [path: string, text: string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => textsIn(child, [...path, key]));
}

/** What stands between `${{` and `}}`. */
export function expressionsOf(text: string): string[] {
  return [...text.matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, inner = '']) => inner.trim());
}
