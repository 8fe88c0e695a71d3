import packageFile from '../../../package.json' with { type: 'json' };

/** The program that makes the documents, as they name it. */
export const ENGINE = { name: 'Kairan', version: packageFile.version };
