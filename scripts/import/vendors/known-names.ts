import { vendorKey } from './vendor-key.ts';

/** Names of one vendor that no rule could join. */
export interface KnownVendor {
  /** The name to show. */
  readonly name: string;
  /** Other names that it goes by. */
  readonly aliases?: readonly string[];
  /** Names that it bore until it took another one. */
  readonly formerNames?: readonly string[];
  /** What sources write by mistake; joined, but shown to nobody. */
  readonly misspelt?: readonly string[];
}

/**
 * Public names of vendors, for those that sources write differently. Only what is the same organisation or project
 * under another name: who bought, merged with or left whom is history, and both stay vendors of their own (Sun
 * Microsystems is not Oracle, and HP, which was the Hewlett-Packard Company until 2015, is not Hewlett Packard
 * Enterprise). In doubt a name stays out, because two vendors are joined with ease and parted with pain.
 */
const KNOWN: readonly KnownVendor[] = [
  { name: 'Allied Telesis', formerNames: ['Allied Telesyn International'] },
  { name: 'Adobe', formerNames: ['Adobe Systems Incorporated'] },
  { name: 'AMD', aliases: ['Advanced Micro Devices'] },
  { name: 'American Megatrends', aliases: ['AMI', 'American Megatrends Incorporated (AMI)'] },
  { name: 'AOL', formerNames: ['America Online'] },
  { name: 'Apache Software Foundation', aliases: ['Apache'] },
  { name: 'Apple', aliases: ['アップル'], formerNames: ['Apple Computer'] },
  { name: 'Arm Mbed TLS', formerNames: ['PolarSSL'], aliases: ['ARM mbed TLS'] },
  { name: 'Attachmate', formerNames: ['AttachmateWRQ'] },
  { name: 'BlackBerry', formerNames: ['Research In Motion', 'Research in Motion (RIM)'] },
  { name: 'Blue Coat Systems', formerNames: ['CacheFlow'] },
  {
    ...{ name: 'BorderWare Technologies', aliases: ['BorderWare'] },
    misspelt: ['Borkerware Technologies', 'Brorderware'],
  },
  {
    name: 'Brocade Communications Systems',
    aliases: ['Brocade'],
    misspelt: ['Brocade Communication Systems'],
  },
  { name: 'CA Technologies', formerNames: ['Computer Associates'] },
  { name: 'Cable and Wireless', misspelt: ['Cable and Wirless'] },
  { name: 'Canon', aliases: ['キヤノン'] },
  { name: 'Caucho Technology', misspelt: ['Caucho Technologies'] },
  { name: 'Check Point Software Technologies', aliases: ['Check Point'] },
  { name: 'Cisco', aliases: ['Cisco Systems', 'シスコシステムズ'] },
  { name: 'Command Software Systems', aliases: ['Command Software'] },
  { name: 'Commvault', aliases: ['CommVault Systems'] },
  { name: 'Crypto++', aliases: ['Crypto++ Library'] },
  { name: 'Cybozu', aliases: ['サイボウズ'] },
  { name: 'Cyrusoft International', aliases: ['Cyrusoft'] },
  { name: 'D-Link', aliases: ['D-Link Systems', 'Dlink'] },
  { name: 'Debian GNU/Linux', aliases: ['Debian', 'Debian Linux'] },
  { name: 'Dell', formerNames: ['Dell Computer Corporation'] },
  { name: 'EnGarde Secure Linux', aliases: ['EnGarde'] },
  { name: 'F-Secure', formerNames: ['Data Fellows'], misspelt: ['DataFellows'] },
  { name: 'F5', formerNames: ['F5 Networks'] },
  { name: 'Flexera Software', formerNames: ['Acresso Software'] },
  { name: 'Fortinet', aliases: ['フォーティネット'] },
  { name: 'FreeBSD Project', aliases: ['FreeBSD'] },
  { name: 'Fujitsu', aliases: ['富士通'] },
  { name: 'Gentoo Linux', aliases: ['Gentoo'] },
  { name: 'Global Technology Associates', aliases: ['GTA'] },
  { name: 'GNU adns', aliases: ['adns'] },
  { name: 'GNU Privacy Guard', aliases: ['GnuPG'] },
  { name: 'GNU Radius', misspelt: ['GnuRADIUS'] },
  { name: 'GnuTLS', aliases: ['GNU TLS'] },
  { name: 'HardenedBSD', misspelt: ['Hardened BSD'] },
  { name: 'Heimdal', aliases: ['Heimdal Kerberos Project'] },
  { name: 'Hitachi', aliases: ['日立', '日立製作所'] },
  { name: 'HP', formerNames: ['Hewlett-Packard Company'] },
  { name: 'Huawei Technologies', aliases: ['Huawei'], misspelt: ['Huawei Technoligies'] },
  { name: 'IBM', aliases: ['International Business Machines', '日本アイ・ビー・エム'] },
  { name: 'IBM zSeries', misspelt: ['IBM Corporation (zseries)'] },
  { name: 'Inner Media', misspelt: ['InnerMedia'] },
  { name: 'Internet Initiative Japan', aliases: ['Internet Initiative Japan (IIJ)', 'IIJ'] },
  { name: 'Internet Security Systems', aliases: ['ISS'] },
  { name: 'Internet Systems Consortium', aliases: ['ISC'], formerNames: ['Internet Software Consortium'] },
  { name: 'Intoto', misspelt: ['Inoto'] },
  { name: 'Juniper Networks', aliases: ['ジュニパーネットワークス'] },
  { name: 'Kaspersky Lab', misspelt: ['Kapersky'] },
  {
    name: 'KTH Kerberos',
    aliases: ['KTH Kerberos Development Team', 'KTH Kerberos Team'],
  },
  { name: 'Libgcrypt', aliases: ['GNU Libgcrypt'] },
  { name: 'libpng', aliases: ['libpng.org'] },
  { name: 'Linksys', aliases: ['Linksys (A division of Cisco Systems)'] },
  { name: 'Linux Kernel', aliases: ['Linux Kernel Archives'] },
  { name: 'Mandriva', formerNames: ['MandrakeSoft'] },
  { name: 'Marvell', aliases: ['Marvell Semiconductor'], misspelt: ['Marvell Semiconductors'] },
  { name: 'McAfee', formerNames: ['Network Associates'] },
  { name: 'Microsoft', aliases: ['マイクロソフト', '日本マイクロソフト'] },
  { name: 'Mitel', aliases: ['Mitel Networks'] },
  { name: 'Mitsubishi Electric', aliases: ['三菱電機'] },
  { name: 'Multi-Tech Systems', misspelt: ['Multitech'] },
  { name: 'MultiNet', misspelt: ['Multinet (owned Process Software Corporation)'] },
  {
    name: 'National Center for Supercomputing Applications',
    aliases: ['NCSA', 'National Center for Supercomputing Applications (NCSA)'],
  },
  {
    name: 'National Institute of Standards and Technology',
    aliases: ['NIST', 'National Institute of Standards and Technology (NIST)'],
  },
  { name: 'NEC', aliases: ['日本電気'] },
  { name: 'Net-SNMP', misspelt: ['netsnmp'] },
  { name: 'NetApp', formerNames: ['Network Appliance'], misspelt: ['Network Applicance'] },
  { name: 'Netfilter', aliases: ['Netfilter.org', 'GNU netfilter'] },
  { name: 'NetScreen Technologies', aliases: ['NetScreen'] },
  { name: 'OMRON', aliases: ['オムロン'] },
  { name: 'OpenPKG', aliases: ['OpenPKG Project'] },
  { name: 'Opera Software', aliases: ['Opera'] },
  { name: 'Oracle', aliases: ['オラクル', '日本オラクル'] },
  { name: 'PADL Software', aliases: ['PADL'] },
  { name: 'Pidgin', formerNames: ['Gaim'] },
  { name: 'QNAP', aliases: ['QNAP Security', 'QNAP Systems'] },
  { name: 'QNX Software Systems', aliases: ['QNX'] },
  { name: 'RADVISION', misspelt: ['Rad Vision'] },
  { name: 'Samba', aliases: ['Samba Team'] },
  { name: 'Sendmail Consortium', aliases: ['Sendmail.org'] },
  { name: 'SGI', aliases: ['Silicon Graphics'] },
  { name: 'Slackware Linux', aliases: ['Slackware'] },
  { name: 'SolarWinds', formerNames: ['SolarWinds.Net'] },
  { name: 'Sony', aliases: ['ソニー'] },
  { name: 'support.com', formerNames: ['SupportSoft'] },
  { name: 'SUSE', aliases: ['SUSE Linux'] },
  { name: 'T-Mobile', misspelt: ['TMobile'] },
  { name: 'Time Warner', formerNames: ['AOL Time Warner'] },
  { name: 'Toshiba', aliases: ['東芝'] },
  { name: 'Trend Micro', aliases: ['トレンドマイクロ'], misspelt: ['Trendmicro'] },
  { name: 'TRENDnet', formerNames: ['Trendware International'] },
  { name: 'Ubuntu', aliases: ['Ubuntu Linux'] },
  { name: 'WatchGuard', aliases: ['WatchGuard Technologies'] },
  { name: 'Wietse Venema', misspelt: ['Weitse Venema'] },
  { name: 'Wind River', aliases: ['Wind River Systems'] },
  { name: 'WinZip', aliases: ['WinZip Computing'] },
  { name: 'Wireshark', formerNames: ['Ethereal'] },
  { name: 'XFree86', misspelt: ['xFree86 (distributor of free implementations of X)'] },
  { name: 'Yamaha', aliases: ['ヤマハ'] },
];

const byKey: ReadonlyMap<string, KnownVendor> = new Map(
  KNOWN.flatMap((vendor) => listNames(vendor).map((name) => [vendorKey(name), vendor] as const)),
);

/** The vendor of the table that bears a name, in any spelling that has the same key. */
export function findKnownVendor(name: string): KnownVendor | undefined {
  return byKey.get(vendorKey(name));
}

function listNames({ name, aliases = [], formerNames = [], misspelt = [] }: KnownVendor): string[] {
  return [name, ...aliases, ...formerNames, ...misspelt];
}

/**
 * What names of one vendor have in common, which is also the slug that a new vendor gets.
 * @see vendorKey for names that are not in the table
 */
export function joinVendors(name: string): string {
  return vendorKey(findKnownVendor(name)?.name ?? name);
}
