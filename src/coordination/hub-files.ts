import { z } from 'zod';
import { languageSchema } from '#domain/language.ts';
import { vendorSlugSchema } from '#domain/vendor.ts';

/*
 * The files of the hub, the private repository of the coordinators:
 *
 *   hub.yaml                    these settings
 *   vendors/<slug>.yaml         whom to notify; never public
 *   ledger/<case>.jsonl         all that happened in a case, one line each, chained by digests
 *   originals/<case>/<n>.age    reports and answers as they arrived, encrypted
 */

const login = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?$/)
  .transform((text) => text.toLowerCase());
const repo = z.string().regex(/^[\w.-]+\/[\w.-]+$/);

/** Who shares a room. */
export const ROOM_MODES = ['room-per-case', 'room-per-vendor', 'single-repo'] as const;

/** `hub.yaml`. Scalars arrive as text. */
export const hubSettingsSchema = z
  .strictObject({
    site: repo.describe('owner/name of the public repository that holds the site.'),
    siteBranch: z.string().min(1).default('main').describe('The branch from which the site is built.'),
    contentPath: z.string().min(1).default('content').describe('The content directory in that repository.'),
    mode: z
      .enum(ROOM_MODES)
      .default('room-per-case')
      .describe('Who shares a room: all of a case, each vendor alone, or one repository for all cases.'),
    rooms: z
      .string()
      .min(1)
      .describe('The owner of rooms or, with single-repo, owner/name of the repository.'),
    bot: login.describe('The login under which the program writes comments.'),
    coordinators: z.array(login).min(1).describe('Logins of the coordinators.'),
    approvals: z
      .string()
      .regex(/^[1-9]$/)
      .transform(Number)
      .default(2)
      .describe('How many coordinators must approve the same text before it is published.'),
    recipients: z
      .array(z.string().regex(/^age1[0-9a-z]+$/))
      .default([])
      .describe('age public keys to which originals are encrypted.'),
    engine: z
      .string()
      .regex(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/)
      .optional()
      .describe(
        'owner/name@commit of the engine that workflows of rooms run; the site’s repository when absent.',
      ),
  })
  .describe('Settings of a hub.');
export type HubSettings = z.infer<typeof hubSettingsSchema>;

/** `vendors/<slug>.yaml` of the hub. */
export const contactSchema = z
  .strictObject({
    class: z
      .enum(['general', 'individual'])
      .default('general')
      .describe('Registered for all notices (一般登録) or for those about its own products only (個別登録).'),
    name: z.string().min(1).optional(),
    logins: z.array(login).default([]).describe('Accounts that speak for the vendor.'),
    emails: z.array(z.email()).default([]),
    pgp: z.string().min(1).optional().describe('Fingerprint of its OpenPGP key.'),
    keywords: z.array(z.string().min(1)).default([]).describe('Technologies that its products use.'),
    products: z
      .array(z.string().min(1))
      .default([])
      .describe('Names of its products; * stands for any text.'),
  })
  .describe('How to reach a vendor.');
export type Contact = z.infer<typeof contactSchema> & { vendor: z.infer<typeof vendorSlugSchema> };

/** `room.yaml` on the main branch of a room: what its own workflow must know of hub and site to answer there. */
export const roomFileSchema = z.strictObject({
  bot: login,
  coordinators: z.array(login),
  vendors: z.record(vendorSlugSchema, z.array(login)),
  languages: z.array(languageSchema).min(1),
  timezone: z.string().min(1),
});
