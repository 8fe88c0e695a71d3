import type { unreachable as ja } from '../ja/unreachable.ts';

/** What the list of developers who could not be reached says, in English. */
export const unreachable: typeof ja = {
  title: 'Developers we could not reach',
  description: 'Products about which a vulnerability was reported and whose developer could not be reached.',
  purpose:
    'A vulnerability in a product was reported, and its developer could not be reached. This list asks whoever knows more to get in touch.',
  neutral: 'Being listed does not mean that the developer did anything wrong.',
  listed: {
    heading: 'If you are listed here',
    steps: [
      'Write to the contact below, by e-mail or in another private way. Naming the number of the entry helps us to find it.',
      'When we know that you are the developer, we tell you what was reported. What is done about it and when it is published is agreed with you.',
    ],
    removal: (days) =>
      `Your name and your product are taken off this list within ${days === 1 ? 'one business day' : `${days} business days`} after that. Only the number stays, with the days of the listing and of the answer.`,
    contact: 'Contact',
    never:
      'Please do not write about the vulnerability or the report in public: no forum, no social network, no issue tracker.',
  },
  known: {
    heading: 'If you know a developer listed here',
    lead: 'If you know how to reach the developer, please tell the contact above. Telling the developer about this page helps as well.',
  },
  counts: {
    heading: 'Entries at a glance',
    stage: 'Stage',
    count: 'Entries',
    caption: 'Entries by stage',
    answered: 'Answered, no longer listed',
    total: 'Listed now',
    history: 'Entries by quarter',
  },
  list: {
    heading: 'The list',
    caption: (count) => `Developers who could not be reached (${count})`,
    number: 'Number',
    name: 'Developer',
    since: 'Listed since',
    stage: 'Stage',
    product: 'Product and versions',
    published: 'Advisory',
    individual: 'Individual',
    versions: 'Versions',
    unknown: 'Unknown',
    notYet: 'Not named yet',
    answeredOn: 'Answered on',
    answered: 'This entry has ended: the developer answered.',
    gone: 'A number that is not in this table is no longer listed.',
    none: 'No developer is listed at present.',
    find: 'Number or product',
  },
  stages: {
    listed: 'Developer named',
    product: 'Product named',
    committee: 'Judgement on publication',
    published: 'Vulnerability published',
  },
  process: {
    heading: 'From stage to stage',
    steps: {
      listed:
        'When a developer cannot be reached over some time, whatever was tried, the name is put on this list.',
      product: (days) =>
        `After about ${days === 1 ? 'a day' : `${days} days`} the product and its versions are added, to find people connected with it.`,
      committee:
        'When there is still no contact, a committee judges whether to publish. The developer may be heard.',
      published:
        'When publication is judged to be right, the vulnerability is published, so that users can stop using the product.',
    },
    answered: 'Whenever the developer answers, the entry ends and the usual coordination goes on.',
  },
  judged: {
    heading: 'Advisories published after judgement',
    lead: 'Advisories that were published after a judgement, because the developer could not be coordinated with.',
    none: 'None so far.',
    on: 'Judged on',
  },
  notice: {
    title: 'Published after judgement',
    text: 'The developer could not be coordinated with, so this was published after a judgement. Please see the solution.',
    link: 'About judgements and developers we could not reach',
  },
};
