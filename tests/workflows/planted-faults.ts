import type { WorkflowFile } from './workflow.ts';

const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const SETUP = 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0';
const UPLOAD = 'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1';

const ROOM = `
name: command
run-name: command
on:
  issue_comment: { types: [created, edited, deleted] }
  issues: { types: [opened, edited] }
permissions: {}
concurrency: { group: 'command-\${{ github.event.issue.number }}', cancel-in-progress: false }
defaults: { run: { shell: bash } }
jobs:
  answer:
    if: >-
      \${{ github.event_name == 'issues' && github.event.issue.user.type != 'Bot'
      || github.event.issue.pull_request && github.event.comment.user.type != 'Bot' }}
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions: { contents: read, issues: write }
    steps:
      - uses: ${CHECKOUT}
        with:
          repository: '{{engine}}'
          ref: '{{commit}}'
          persist-credentials: false
      - uses: ${SETUP}
        with: { node-version: '24', package-manager-cache: false }
      - run: npm install --omit=dev --ignore-scripts --no-save
      - run: node scripts/cli.ts case answer
        env:
          GITHUB_TOKEN: \${{ github.token }}
`;

const HUB = `
name: tick
run-name: tick
on:
  schedule: [{ cron: '7,37 * * * *' }]
permissions: {}
concurrency: { group: hub, cancel-in-progress: false }
defaults: { run: { shell: bash } }
jobs:
  tick:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    environment: coordination
    permissions: { contents: read }
    steps:
      - uses: ${CHECKOUT}
        with:
          repository: '{{site}}'
          ref: main
          sparse-checkout: content
          persist-credentials: false
      - run: node scripts/cli.ts case sync --yes
        env:
          KAIRAN_APP_KEY: \${{ secrets.KAIRAN_APP_KEY }}
`;

const PULLS = `
name: check
on:
  pull_request:
permissions: {}
concurrency: { group: 'check-\${{ github.sha }}', cancel-in-progress: true }
defaults: { run: { shell: bash } }
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions: { contents: read }
    steps:
      - uses: ${CHECKOUT}
        with:
          persist-credentials: false
      - run: npm run build
      - uses: ${UPLOAD}
        with:
          name: preview
          path: dist
          include-hidden-files: true
          retention-days: 3
`;

/** Workflows without a fault, one for each situation. */
export const CLEAN = {
  room: { path: 'room', place: 'room', text: ROOM },
  hub: { path: 'hub', place: 'hub', text: HUB },
  pulls: { path: 'pulls', place: 'site', text: PULLS },
} as const satisfies Record<string, WorkflowFile>;

export interface PlantedFault {
  /** The one rule that must find it. */
  rule: string;
  in: keyof typeof CLEAN;
  /** What is replaced by what. */
  from: string;
  to: string;
}

const BODY = '${{ github.event.comment.body }}';

/** Mistakes that people make, and the one rule that catches each. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
  { rule: 'no-privileged-event', in: 'hub', from: 'on:\n', to: 'on:\n  pull_request_target:\n' },
  {
    rule: 'no-privileged-event',
    in: 'hub',
    from: 'on:\n',
    to: 'on:\n  workflow_run: { workflows: [check] }\n',
  },
  { rule: 'known-event', in: 'hub', from: 'on:\n', to: 'on:\n  repository_dispatch:\n' },
  { rule: 'known-event', in: 'room', from: '[opened, edited]', to: '[opened, edited, labeled]' },
  { rule: 'known-event', in: 'room', from: '  issues: { types: [opened, edited] }', to: '  issues:' },
  { rule: 'every-change-of-a-comment', in: 'room', from: ', deleted', to: '' },
  { rule: 'schedule-alone', in: 'pulls', from: 'on:\n', to: "on:\n  schedule: [{ cron: '7 3 * * *' }]\n" },
  { rule: 'odd-minute', in: 'hub', from: '7,37 *', to: '0 *' },
  { rule: 'odd-minute', in: 'hub', from: '7,37 *', to: '*/7 *' },
  { rule: 'timeout', in: 'room', from: '    timeout-minutes: 10\n', to: '' },
  { rule: 'timeout', in: 'room', from: 'timeout-minutes: 10', to: 'timeout-minutes: 30' },
  { rule: 'concurrency', in: 'hub', from: 'cancel-in-progress: false', to: 'cancel-in-progress: true' },
  {
    rule: 'concurrency',
    in: 'hub',
    from: 'concurrency: { group: hub, cancel-in-progress: false }\n',
    to: '',
  },
  { rule: 'fixed-runner', in: 'hub', from: 'ubuntu-24.04', to: 'ubuntu-latest' },
  { rule: 'fixed-runner', in: 'hub', from: 'ubuntu-24.04', to: '[self-hosted]' },

  { rule: 'no-rights-at-the-top', in: 'hub', from: 'permissions: {}\n', to: '' },
  {
    rule: 'no-rights-at-the-top',
    in: 'hub',
    from: 'permissions: {}\n',
    to: 'permissions: { contents: read }\n',
  },
  {
    rule: 'rights-by-name',
    in: 'hub',
    from: 'permissions: { contents: read }',
    to: 'permissions: write-all',
  },
  { rule: 'few-rights-to-write', in: 'room', from: 'contents: read', to: 'contents: write' },
  { rule: 'few-rights-to-write', in: 'hub', from: 'contents: read', to: 'id-token: write' },
  { rule: 'pull-requests-only-read', in: 'pulls', from: 'contents: read', to: 'pull-requests: write' },
  { rule: 'no-secret-in-a-room', in: 'room', from: 'github.token', to: 'secrets.HUB_TOKEN' },
  { rule: 'secret-behind-an-environment', in: 'hub', from: '    environment: coordination\n', to: '' },
  {
    rule: 'secret-in-one-step',
    in: 'hub',
    from: '    environment: coordination\n',
    to: '    environment: coordination\n    env: { KEY: "${{ secrets.KAIRAN_APP_KEY }}" }\n',
  },
  {
    rule: 'no-inherited-secrets',
    in: 'hub',
    from: '    environment: coordination\n',
    to: '    environment: coordination\n    secrets: inherit\n',
  },
  {
    rule: 'no-author-association',
    in: 'pulls',
    from: '    runs-on',
    to: '    env: { ROLE: author_association }\n    runs-on',
  },
  { rule: 'bots-are-not-answered', in: 'room', from: " && github.event.comment.user.type != 'Bot'", to: '' },
  { rule: 'bots-are-not-answered', in: 'room', from: 'github.event.issue.pull_request && ', to: '' },
  { rule: 'bots-are-not-answered', in: 'room', from: " && github.event.issue.user.type != 'Bot'", to: '' },
  {
    rule: 'no-pages-of-private-repositories',
    in: 'hub',
    from: '    steps:\n',
    to: '    steps:\n      - uses: actions/deploy-pages@368f82528645a54fb793d4d04e342629a3f51346 # v5.0.1\n',
  },

  { rule: 'no-expression-in-a-script', in: 'room', from: 'case answer', to: `case answer "${BODY}"` },
  {
    rule: 'no-expression-in-a-script',
    in: 'pulls',
    from: 'npm run build',
    to: 'npm run build -- ${{ github.sha }}',
  },
  { rule: 'no-user-text-in-a-name', in: 'room', from: 'run-name: command', to: `run-name: command ${BODY}` },
  { rule: 'no-user-text-in-a-name', in: 'pulls', from: 'github.sha', to: 'github.head_ref' },
  { rule: 'no-user-text-elsewhere', in: 'room', from: '${{ github.token }}', to: BODY },
  {
    rule: 'no-user-text-elsewhere',
    in: 'room',
    from: " != 'Bot' }}",
    to: " != 'Bot' && startsWith(github.event.comment.body, '/') }}",
  },
  {
    rule: 'no-user-text-elsewhere',
    in: 'pulls',
    from: 'name: preview',
    to: 'name: preview-${{ github.event.pull_request.title }}',
  },
  { rule: 'constant-run-name', in: 'room', from: 'run-name: command\n', to: '' },
  { rule: 'condition-is-one-expression', in: 'room', from: " != 'Bot' }}", to: " != 'Bot' }} && true" },
  {
    rule: 'condition-is-one-expression',
    in: 'pulls',
    from: '    runs-on',
    to: '    if: ${{ true }} && ${{ false }}\n    runs-on',
  },
  { rule: 'shell-stops-at-errors', in: 'hub', from: 'defaults: { run: { shell: bash } }\n', to: '' },
  {
    rule: 'no-ignored-failure',
    in: 'hub',
    from: '        env:\n',
    to: '        continue-on-error: true\n        env:\n',
  },
  {
    rule: 'no-written-environment',
    in: 'hub',
    from: 'case sync --yes',
    to: 'case sync --yes >> "$GITHUB_ENV"',
  },

  { rule: 'pinned-action', in: 'hub', from: CHECKOUT, to: 'actions/checkout@v7' },
  { rule: 'pinned-action', in: 'hub', from: CHECKOUT, to: 'actions/checkout@3d3c42e # v7.0.1' },
  { rule: 'version-beside-the-pin', in: 'hub', from: ' # v7.0.1', to: '' },
  { rule: 'version-beside-the-pin', in: 'hub', from: ' # v7.0.1', to: ' # v7' },
  {
    rule: 'known-publisher',
    in: 'hub',
    from: '    steps:\n',
    to: `    steps:\n      - uses: somebody/thing@${'0'.repeat(40)} # v1.0.0\n`,
  },
  { rule: 'no-kept-credentials', in: 'hub', from: '          persist-credentials: false\n', to: '' },
  {
    rule: 'no-stranger-checkout',
    in: 'pulls',
    from: 'persist-credentials: false',
    to: 'persist-credentials: false\n          ref: ${{ github.event.pull_request.head.sha }}',
  },
  {
    rule: 'no-stranger-checkout',
    in: 'pulls',
    from: 'persist-credentials: false',
    to: 'persist-credentials: false\n          allow-unsafe-pr-checkout: true',
  },
  { rule: 'foreign-code-at-a-commit', in: 'room', from: "ref: '{{commit}}'", to: 'ref: main' },
  { rule: 'foreign-code-at-a-commit', in: 'hub', from: '          sparse-checkout: content\n', to: '' },
  {
    rule: 'no-token-for-a-checkout',
    in: 'hub',
    from: 'persist-credentials: false',
    to: 'persist-credentials: false\n          token: ${{ github.token }}',
  },
  {
    rule: 'no-cache',
    in: 'room',
    from: 'package-manager-cache: false',
    to: 'cache: npm, package-manager-cache: false',
  },
  { rule: 'no-cache', in: 'room', from: ', package-manager-cache: false', to: '' },
  {
    rule: 'no-cache',
    in: 'pulls',
    from: '    steps:\n',
    to: `    steps:\n      - uses: actions/cache@${'0'.repeat(40)} # v5.0.0\n`,
  },
  { rule: 'node-version', in: 'room', from: "node-version: '24'", to: "node-version: '20'" },
  { rule: 'install-runs-nothing', in: 'room', from: ' --ignore-scripts', to: '' },
  { rule: 'install-runs-nothing', in: 'room', from: '--no-save', to: '--no-save left-pad' },
  {
    rule: 'install-runs-nothing',
    in: 'room',
    from: 'npm install --omit=dev --ignore-scripts --no-save',
    to: 'npm ci',
  },
  { rule: 'nothing-else-is-downloaded', in: 'pulls', from: 'npm run build', to: 'npx some-builder' },
  {
    rule: 'nothing-else-is-downloaded',
    in: 'pulls',
    from: 'npm run build',
    to: 'curl -fsSL https://example.org/x | sh',
  },
  { rule: 'short-lived-artifact', in: 'pulls', from: '          retention-days: 3\n', to: '' },
  { rule: 'short-lived-artifact', in: 'pulls', from: 'retention-days: 3', to: 'retention-days: 90' },
  { rule: 'whole-site-in-the-artifact', in: 'pulls', from: '          include-hidden-files: true\n', to: '' },
];
