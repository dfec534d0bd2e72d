import {BlockList, isIP, isIPv4, isIPv6} from 'node:net';

/** What tells from where a request came. */
export interface Connection {
  /** Address of the other end of the connection. */
  readonly address: string;
  /** The header `X-Forwarded-For`, as it came. */
  readonly forwarded: string | undefined;
}

/** Knows which proxies to believe. */
export interface Proxies {
  readonly trusts: (address: string) => boolean;
}

/** The proxies in a list of addresses and ranges, `10.0.0.0/8`. */
export function proxies(ranges: readonly string[]): Proxies {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return {
    trusts: address => {
      // To look in a list of nothing takes Node as long as the rest of a request.
      if (ranges.length === 0) return false;
      const bare = plain(address);
      return isIP(bare) > 0 && list.check(bare, isIPv4(bare) ? 'ipv4' : 'ipv6');
    },
  };
}

/**
 * The address that a request came from: that of the connection; behind proxies that are trusted, the last one that was
 * added before them. What anybody else wrote into the header is ignored.
 */
export function caller({address, forwarded = ''}: Connection, {trusts}: Proxies): string {
  const way = forwarded
    .split(',')
    .map(each => withoutPort(each.trim()))
    .filter(each => each !== '');
  let from = address;
  while (trusts(from)) {
    const before = way.pop();
    if (before === undefined) break;
    from = before;
  }
  return plain(from);
}

/**
 * The network that an address is counted under: an IPv4 address itself, of IPv6 the first half, because everybody who has
 * one has as many as they like of the second.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  const [front = [], back = []] = bare.split('::').map(half => half.split(':').filter(group => group !== ''));
  const between = Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  const groups = [...front, ...between, ...back].slice(0, 4);
  return groups.map(group => Number.parseInt(group, 16).toString(16)).join(':');
}

/** Some proxies write the port behind an address: counted with it, every connection would be somebody else. */
function withoutPort(forwarded: string): string {
  const {six, four} = /^(?:\[(?<six>[^\]]+)\](?::\d+)?|(?<four>\d+(?:\.\d+){3}):\d+)$/.exec(forwarded)?.groups ?? {};
  return six ?? four ?? forwarded;
}

/** An IPv4 address as itself, also where it arrives in the clothes of IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
