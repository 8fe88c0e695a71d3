/** Words that stand in the names of many. */
const COMMON =
  /^(?:the|inc|incorporated|llc|ltd|limited|co|corp|corporation|company|gmbh|ag|kk|sa|bv|group|project|foundation|software|systems?|technolog(?:y|ies)|security|open|source|com|org|net)$/u;

/**
 * Whether a page stands on a host that is called like the vendor. Records call notices of distributors, too, advisories
 * of a vendor; only those of the maker itself may stand in its row.
 */
export function isOfMaker(address: string, vendor: string): boolean {
  const labels = new URL(address).hostname.split('.').slice(0, -1);
  const words = vendor.toLowerCase().split(/[^a-z0-9]+/u);
  const names = [...words.filter((word) => word.length > 1 && !COMMON.test(word)), words.join('')];
  return names.some((name) => name !== '' && labels.some((label) => isCalled(label, name)));
}

function isCalled(label: string, name: string): boolean {
  return label === name || (name.length > 3 && label.includes(name)) || label.split('-').includes(name);
}
