import {
  config,
  createMessage,
  decryptKey,
  type Key,
  type PrivateKey,
  readKeys,
  sign,
  type Subkey,
} from 'openpgp';
import { KeyError } from './key-problem.ts';

/** An OpenPGP key that may sign this site, unlocked. Nothing in it gives the secret away by being printed. */
export interface SigningKey {
  /** Fingerprint of the primary key: 40 upper-case hex digits. */
  fingerprint: string;
  /** Fingerprint of the key that signs: the primary key or a subkey. */
  signer: string;
  /** The public key, ASCII-armored. */
  publicKey: string;
  /** When the key or the subkey that signs expires, whichever is first; absent when neither does. */
  expiresAt?: Date;
  /**
   * The moment that a signature names. It depends on the document and the key alone, so that signing again gives the
   * same bytes: the document's release, but never before the key said what it says of itself now, nor in the future.
   */
  dateOf: (releasedAt: Date) => Date;
  /** A detached, ASCII-armored signature over the bytes; the same for the same bytes and moment. */
  sign: (bytes: Uint8Array, date: Date) => Promise<string>;
}

/** What is accepted is judged here and in the words that `KeyError` finds; the library's own limits are opened for it. */
const LENIENT = {
  ...config,
  minRSABits: 0,
  rejectCurves: new Set<never>(),
  rejectPublicKeyAlgorithms: new Set<never>(),
};

const MIN_RSA_BITS = 2048;

/**
 * Reads and unlocks the key of `CSAF_SIGNING_KEY`.
 * Accepted are version 4 keys of RSA (2 048 bits or more) and of Ed25519 in its older form (EdDSA): every reader
 * understands them, GnuPG 2.2 included, and both give the same signature each time.
 * @param armored the private key, ASCII-armored
 * @param passphrase needed when the key is locked
 * @param now against which the expiry is judged
 * @throws {KeyError}
 */
export async function openSigningKey(
  armored: string | undefined,
  passphrase: string | undefined,
  now: Date,
): Promise<SigningKey> {
  const key = await readOne(armored);
  if (!key.isPrivate()) throw new KeyError('public');
  // A key that is younger than the clock says, as when SOURCE_DATE_EPOCH names the last commit, is judged at its birth.
  const moment = latest([now, key.getCreationTime()]);
  const { signer, since, expiresAt } = await judge(key, moment);
  const unlocked = await unlock(key, signer.getFingerprint(), passphrase);
  return {
    fingerprint: key.getFingerprint().toUpperCase(),
    signer: signer.getFingerprint().toUpperCase(),
    publicKey: key.toPublic().armor(),
    ...(expiresAt && { expiresAt }),
    dateOf: (releasedAt) => latest([since, releasedAt > now ? now : releasedAt]),
    sign: (bytes, date) => signDetached(bytes, date, unlocked, signer),
  };
}

async function signDetached(
  bytes: Uint8Array,
  date: Date,
  key: PrivateKey,
  signer: Key | Subkey,
): Promise<string> {
  const message = await createMessage({ binary: bytes });
  // The library types this by a package that it does not bring.
  return (await sign({
    message,
    signingKeys: key,
    signingKeyIDs: signer.getKeyID(),
    detached: true,
    format: 'armored',
    date,
    config: { nonDeterministicSignaturesViaNotation: false },
  })) as string;
}

async function readOne(armored: string | undefined): Promise<Key> {
  if (armored === undefined || armored.trim() === '') throw new KeyError('missing');
  const keys = await readAll(armored);
  const [key] = keys;
  if (key === undefined) throw new KeyError('unreadable');
  // Of several armours behind each other the library reads the first alone.
  const count = Math.max(keys.length, armored.split('-----BEGIN ').length - 1);
  if (count > 1) throw new KeyError('several', String(count));
  return key;
}

async function readAll(armored: string): Promise<Key[]> {
  try {
    return await readKeys({ armoredKeys: armored });
  } catch {
    // Why it cannot be read would be told with parts of what was read.
    return [];
  }
}

/** What a good key is made of. */
interface Judged {
  signer: Key | Subkey;
  /** Since when the key's statements about itself, such as its expiry, are the ones that hold now. */
  since: Date;
  expiresAt?: Date;
}

async function judge(key: PrivateKey, now: Date): Promise<Judged> {
  if (key.keyPacket.version !== 4) throw new KeyError('version', String(key.keyPacket.version));
  assertReadable(key);
  if (await key.isRevoked(undefined, undefined, now, LENIENT)) throw new KeyError('revoked');
  assertAlive(await key.getExpirationTime(undefined, LENIENT), now);
  const signer = await findSigner(key, now);
  assertReadable(signer);
  const expiry = await Promise.all([key, signer].map((each) => expiryOf(each, now)));
  const [expiresAt] = expiry.flatMap((each) => each ?? []).toSorted((a, b) => a.getTime() - b.getTime());
  return { signer, since: await sinceOf(key, signer, now), ...(expiresAt && { expiresAt }) };
}

/** The key that signs. Where there is none, an expired subkey is the likeliest reason and is named. */
async function findSigner(key: PrivateKey, now: Date): Promise<Key | Subkey> {
  try {
    return await key.getSigningKey(undefined, now, undefined, LENIENT);
  } catch {
    for (const subkey of key.subkeys) assertAlive(await subkey.getExpirationTime(undefined, LENIENT), now);
    throw new KeyError('cannot-sign');
  }
}

function assertReadable(key: Key | Subkey): void {
  const { algorithm, bits = 0 } = key.getAlgorithmInfo();
  if (algorithm === 'eddsaLegacy') return;
  if (!/^rsaEncryptSign$|^rsaSign$/.test(algorithm)) throw new KeyError('algorithm', algorithm);
  if (bits < MIN_RSA_BITS) throw new KeyError('weak', String(bits));
}

function assertAlive(expiresAt: Date | number | null, now: Date): void {
  if (expiresAt instanceof Date && expiresAt <= now)
    throw new KeyError('expired', expiresAt.toISOString().slice(0, 10));
}

async function expiryOf(key: Key | Subkey, now: Date): Promise<Date | undefined> {
  const expiresAt = await key.getExpirationTime(undefined, LENIENT);
  assertAlive(expiresAt, now);
  return expiresAt instanceof Date ? expiresAt : undefined;
}

async function sinceOf(key: PrivateKey, signer: Key | Subkey, now: Date): Promise<Date> {
  const { selfCertification } = await key.getPrimaryUser(now, undefined, LENIENT);
  const binding = 'verify' in signer ? [(await signer.verify(now, LENIENT)).created] : [];
  return latest([key.getCreationTime(), selfCertification.created, signer.getCreationTime(), ...binding]);
}

/** Every part that has a secret is unlocked; of a subkey that was exported alone, the primary key has none. */
async function unlock(key: PrivateKey, signer: string, passphrase: string | undefined): Promise<PrivateKey> {
  const part = key.getKeys().find((each) => each.getFingerprint() === signer);
  if (part === undefined || isAbsent(part.keyPacket)) throw new KeyError('cannot-sign');
  if (part.keyPacket.isDecrypted()) return key;
  if (!passphrase) throw new KeyError('locked');
  return await decryptKey({ privateKey: key, passphrase }).catch(() => {
    throw new KeyError('passphrase');
  });
}

/** Whether only a place holder stands where the secret should be, as in what `--export-secret-subkeys` gives. */
function isAbsent(packet: Key['keyPacket'] | Subkey['keyPacket']): boolean {
  return 'isMissingSecretKeyMaterial' in packet && packet.isMissingSecretKeyMaterial();
}

function latest(moments: readonly (Date | null)[]): Date {
  return new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
}
