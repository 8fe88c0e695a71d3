import { beforeAll } from 'vitest';
import { type FolderStage, openFolderStage } from './a-folder-stage.ts';
import { finish, openRehearsal, type Rehearsal } from './a-rehearsal.ts';
import { sharedFolder } from './tree.ts';

interface Scene {
  play: Rehearsal;
  code: string;
}

/**
 * A case `XVN#12345678` with a room and two vendors, set once for all tests of a file; to be called beside them. Each test
 * plays in a copy of its own.
 */
export function shareOpenCase() {
  const [repositories, home] = [sharedFolder(), sharedFolder()];
  let scene: { stage: FolderStage; code: string };

  beforeAll(async () => {
    const stage = await openFolderStage(repositories);
    const play = await openRehearsal(stage, { home });
    await play.setUp();
    const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
    await play.must('accept', code, '--track', 'product');
    await play.must('open', code, '--vendor', 'acme', '--vendor', 'globex', '--id', 'XVN#12345678');
    scene = { stage, code };
  });

  const open = async (): Promise<Scene> => ({
    play: await openRehearsal(scene.stage.fork()),
    code: scene.code,
  });

  /** The case when its moment has come, approved by both. */
  async function due(more?: (play: Rehearsal) => Promise<void>): Promise<Scene> {
    const { play, code } = await open();
    await play.writeDraft(code, finish);
    await more?.(play);
    await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');
    await play.approveText(code);
    play.setClock('2026-04-16T05:00:00Z');
    return { play, code };
  }

  return { scene: () => scene, open, due };
}
