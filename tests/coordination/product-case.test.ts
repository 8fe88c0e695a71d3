import { openFolderStage } from '../builders/a-folder-stage.ts';
import { describeProductCase } from './product-case.ts';

describeProductCase('in a folder of bare repositories', openFolderStage);
