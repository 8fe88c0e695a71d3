/** How the program proves who it is: a personal or workflow token, or a GitHub App's installation. */
type GithubAuth = { token: string } | { appId: number | string; privateKey: string; installationId: number };

/** What a GitHub host needs from outside. */
export interface GithubSettings {
  auth: GithubAuth;
  /** Address of the REST API, without a slash at the end; GitHub's own when absent. */
  baseUrl?: string;
  /** Address of the pages for people; GitHub's own when absent. */
  web?: string;
  fetch?: typeof fetch;
  /** The present moment, RFC 3339. */
  now: () => string;
  sleep: (milliseconds: number) => Promise<void>;
}
