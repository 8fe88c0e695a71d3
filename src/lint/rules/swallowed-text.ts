import { positionsOf } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const swallowedText: Rule = {
  code: 'YML012',
  severity: 'error',
  text: {
    ja: {
      title: '値の途中からコメントになっています',
      what: '「{comment}」はコメントとして読み飛ばされます。',
      why: 'YAML では、引用符のない値の中の「空白と #」から行末までがコメントになります。',
      remedy: '値の一部なら、値全体を引用符で囲んでください。コメントなら # の後に空白を入れます。',
    },
    en: {
      title: 'Comment that swallowed part of a value',
      what: '“{comment}” is read as a comment and lost.',
      why: 'In YAML, a blank and # inside an unquoted value begin a comment that runs to the end of the line.',
      remedy:
        'If it belongs to the value, put the whole value in quotes; if it is a comment, write a blank after #.',
    },
  },
  isLocal: true,
  *check({ files, content }) {
    for (const { file } of files) {
      const source = content.source(file);
      // Most files have no such comment, and a search is far cheaper than reading the YAML once more.
      if (!/[ \t]#[^\s]/u.test(source)) continue;
      for (const comment of positionsOf(source).comments()) {
        if (comment.path === undefined || /^#\s/u.test(comment.text)) continue;
        yield { file, place: comment, params: { comment: comment.text } };
      }
    }
  },
};
