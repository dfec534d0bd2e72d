import assert from 'node:assert/strict';
import {test} from 'node:test';
import {caller, networkOf, proxies} from './caller.js';

const CASES: readonly [trusted: string[], address: string, forwarded: string | undefined, from: string][] = [
  [[], '192.0.2.1', undefined, '192.0.2.1'],
  [[], '192.0.2.1', '198.51.100.9', '192.0.2.1'],
  [['10.0.0.0/8'], '10.1.2.3', '198.51.100.9', '198.51.100.9'],
  [['10.0.0.0/8'], '::ffff:10.1.2.3', '198.51.100.9', '198.51.100.9'],
  [['10.0.0.0/8'], '192.0.2.1', '198.51.100.9', '192.0.2.1'],
  [['10.0.0.0/8'], '10.1.2.3', '203.0.113.5, 198.51.100.9', '198.51.100.9'],
  [['10.0.0.0/8'], '10.1.2.3', '203.0.113.5, 198.51.100.9, 10.9.9.9', '198.51.100.9'],
  [['10.0.0.0/8'], '10.1.2.3', undefined, '10.1.2.3'],
  [['10.0.0.0/8'], '10.1.2.3', ' , ', '10.1.2.3'],
  [['10.0.0.0/8'], '10.1.2.3', 'nonsense', 'nonsense'],
  [['10.0.0.0/8'], '10.1.2.3', '198.51.100.9:51234', '198.51.100.9'],
  [['10.0.0.0/8'], '10.1.2.3', '198.51.100.9, 10.9.9.9:443', '198.51.100.9'],
  [['10.0.0.0/8'], '10.1.2.3', '[2001:db8::7]:51234', '2001:db8::7'],
  [['10.0.0.0/8'], '10.1.2.3', '[2001:db8::7]', '2001:db8::7'],
  [['::1', '127.0.0.1'], '::1', '2001:db8::7', '2001:db8::7'],
  [['2001:db8::/32'], '2001:db8::7', '198.51.100.9', '198.51.100.9'],
];

test('a forwarded address is believed of trusted proxies, the last one that none of them added', () => {
  for (const [trusted, address, forwarded, from] of CASES)
    assert.equal(caller({address, forwarded}, proxies(trusted)), from, `${address} ${String(forwarded)}`);
});

test('an address is counted under its network: who has one of IPv6 has a whole range of them', () => {
  for (const [address, network] of [
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::', '2001:db8:1:2'],
    ['2001:db8::7', '2001:db8:0:0'],
    ['2001:0db8::1:0:0:7', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['nonsense', 'nonsense'],
  ] as const)
    assert.equal(networkOf(address), network, address);
});
