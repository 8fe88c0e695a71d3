/** A request as the stand-in received it. */
export interface Question {
  method: string;
  /** Still encoded, without the query. */
  path: string;
  query: URLSearchParams;
  /** Parsed JSON; `undefined` when nothing was sent. */
  body?: unknown;
  headers: Readonly<Record<string, string>>;
  /** Whose token it carried; `undefined` for none and for Apps. */
  login?: string | undefined;
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

export interface Exchange {
  question: Question;
  answer: Answer;
  /** Whether a fault was put in the place of the answer. */
  isFault: boolean;
}

/** An error in GitHub's words. */
export function refusal(status: number, message: string, errors?: readonly object[]): Answer {
  const documentation = { documentation_url: 'https://docs.github.com/rest', status: String(status) };
  return { status, body: { message, ...(errors ? { errors } : {}), ...documentation } };
}

/** A part of a JSON value, for tests that know its shape. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

export function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(record) : [];
}
