import type { guides as ja } from '../ja/guides.ts';
import { caseStates } from './case-states.ts';

/** What guides say where their text is drawn from the rules of the engine, in English. */
export const guides: typeof ja = {
  states: caseStates,
  stateMeanings: {
    received: 'A report has come. The finder is told so, and it is decided whether to accept it.',
    accepted: 'The report will be handled, and it is settled whether as a product or as a website.',
    refused:
      'The report will not be handled, for a stated reason. If something was missing and arrives, it is looked at again.',
    coordinating:
      'The developers are told; whether they are affected, the fix and the date are discussed with them.',
    scheduled: 'The moment of publication is settled, and the parties check the text.',
    published: 'The advisory is public, with the solution and the status of each vendor.',
    'not-a-vulnerability': 'It turned out to be no vulnerability. Nothing is published.',
    'individually-handled': 'The developer told all users one by one. Nothing is published.',
    uncoordinatable: 'The developer cannot be reached, or the coordination cannot go on.',
    judged: 'It was decided whether to publish without the developer.',
    'operator-contacted': 'The operator was asked whom to tell. No details have been sent.',
    'details-sent': 'The person who was named has the details and was asked for a correction.',
    corrected: 'The operator corrected the web application and said so.',
    'page-removed': 'The operator removed the page that had the problem.',
    mitigated: 'The operator avoids the problem by running the site in another way.',
    unreachable: 'The operator does not answer.',
    closed: 'Nothing is left to do.',
  },
  sectionMeanings: {
    overview: 'What is wrong, in a sentence.',
    affected: 'The products and versions concerned, with the fixed versions where they are known.',
    solution: 'What to do: update, apply a patch, apply a workaround, stop using the product.',
    impact: 'What happens when it is exploited.',
    details:
      'Where in the product the problem lies, and the CVE, weakness (CWE) and CVSS of each vulnerability.',
    vendors: 'The status, the words and the notices of each vendor.',
    addendum: 'Notes by the coordinator, such as whether attacks are known.',
    analysis: 'The analysis by the coordinator, with a word on who scored.',
    references: 'Information by other organisations.',
    credits:
      'How the report came, and who found or reported the vulnerability; names only of those who wish to be named.',
    related: 'Identifiers of other advisories and documents on the same vulnerability or product.',
    timeline: 'The days of events around the vulnerability, such as publication and known attacks.',
    history: 'When and what was changed.',
  },
  section: 'Section',
  sections: 'The sections of an advisory and what they tell',
  banners: {
    caption: 'Notices below the title and what they mean',
    notice: 'Notice',
    meanings: {
      withdrawn:
        'The advisory was withdrawn, for example because it was published by mistake. The reason and the time stay; do not rely on the rest.',
      urgent: 'The coordinator asks you to act at once, and says why.',
      attacked: 'Attacks that exploit it are known, with the day on which they were first seen.',
      judged:
        'It was published after a judgement, because coordination with its developer was not possible, and tells you to stop using the product.',
      noSolution:
        'No fixed version is stated, and no workaround either, or you are advised to stop using the product.',
    },
  },
  timeLimits: {
    caption: 'The time limits of this site',
    what: 'What',
    length: 'How long',
    from: 'Counted from',
    rows: {
      triageDays: { what: 'Accepting or refusing a report', from: 'the day the report came' },
      publicationTargetDays: { what: 'Publication of a product case', from: 'the start of the coordination' },
      websiteTargetDays: { what: 'Correction of a website', from: 'the start of the coordination' },
      vendorSilenceDays: { what: 'Writing again to a silent developer', from: 'the last contact' },
      reservedIdDays: {
        what: 'Looking again at a reserved identifier without a date',
        from: 'the start of the coordination',
      },
      unreachableStageDays: {
        what: 'The next stage on the list of unreachable developers',
        from: 'the day of the present stage',
      },
      unreachableRemovalDays: {
        what: 'Taking a developer who answered off the list',
        from: 'the day on which the developer is confirmed',
      },
      urgentDays: { what: 'Urgent notice on every page', from: 'the day on which readers were told' },
    },
  },
  captions: {
    product: 'The states of a product case and how it moves',
    website: 'The states of a website case and how it moves',
  },
  instead: 'Instead of the next step:',
  beside: 'States beside the main way',
  then: (states) => `Then: ${states.join(' or ')}`,
  within: (time) => `Target: within ${time}`,
  fromStart: (time) => `Target: ${time} from the start of the coordination`,
};
