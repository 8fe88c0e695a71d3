import { createHash } from 'node:crypto';
import { armor, Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { encryptOriginal, RecipientError } from './original.ts';

const BYTES = new Uint8Array([0, 255, 13, 10, ...Buffer.from('届出: canary')]);

async function newKey(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

function decrypt(text: string, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(armor.decode(text));
}

describe('an original', () => {
  it('is read by each recipient and by nobody else', async () => {
    const [alice, bob, mallory] = await Promise.all([newKey(), newKey(), newKey()]);
    const recipients = [alice.recipient, bob.recipient];
    const { path, sha256, text } = await encryptOriginal({
      code: 'k3v9qm',
      number: 2,
      bytes: BYTES,
      recipients,
    });
    expect(path).toBe('originals/k3v9qm/2.age');
    expect(sha256).toBe(createHash('sha256').update(BYTES).digest('hex'));
    expect(text).toMatch(
      /^-----BEGIN AGE ENCRYPTED FILE-----\n[\w+/=\n]+-----END AGE ENCRYPTED FILE-----\n?$/,
    );
    for (const { identity } of [alice, bob]) expect(await decrypt(text, identity)).toEqual(BYTES);
    await expect(decrypt(text, mallory.identity)).rejects.toThrow();
  });

  it('is not kept when nobody could read it', async () => {
    const asked = encryptOriginal({ code: 'k3v9qm', number: 1, bytes: BYTES, recipients: [] });
    await expect(asked).rejects.toBeInstanceOf(RecipientError);
  });

  it('names no words of it in an error about a wrong key', async () => {
    const asked = encryptOriginal({ code: 'k3v9qm', number: 1, bytes: BYTES, recipients: ['age1wrong'] });
    const error = await asked.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).not.toContain('canary');
  });
});
