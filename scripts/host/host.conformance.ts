import { beforeEach, describe } from 'vitest';
import { describeCommits, describeFiles, describeRaces } from './conformance/commits.ts';
import { describeForms } from './conformance/forms.ts';
import { describePublicSide } from './conformance/public-side.ts';
import { describeComments, describeMerging, describePulls } from './conformance/pulls.ts';
import { describeReaders, describeRepositories } from './conformance/repositories.ts';
import type { HostStage } from './conformance/stage.ts';

/** What every host must do, as tests. */
export function describeHost(name: string, open: () => Promise<HostStage>): void {
  describe(name, () => {
    let stage: HostStage;
    beforeEach(async () => {
      stage = await open();
    });
    const at = (): HostStage => stage;
    describe('repositories', () => {
      describeRepositories(at);
    });
    describe('readers', () => {
      describeReaders(at);
    });
    describe('files', () => {
      describeFiles(at);
    });
    describe('commits', () => {
      describeCommits(at);
    });
    describe('races', () => {
      describeRaces(at);
    });
    describe('pull requests', () => {
      describePulls(at);
    });
    describe('merging', () => {
      describeMerging(at);
    });
    describe('comments', () => {
      describeComments(at);
    });
    describe('forms', () => {
      describeForms(at);
    });
    describe('the public side', () => {
      describePublicSide(at);
    });
  });
}
