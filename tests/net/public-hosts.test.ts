import { expect, it } from 'vitest';
import { isPublic, refusal } from '../../src/net/public-hosts.ts';

it.each([
  ['151.101.3.42', true],
  ['8.8.8.8', true],
  ['172.15.255.255', true],
  ['172.32.0.1', true],
  ['2606:4700::6810:84e5', true],
  ['127.0.0.1', false],
  ['127.1.2.3', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['ff02::1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['2001:db8::1', false],
  ['localhost', false],
  ['', false],
])('%s is of the open network: %s', (address, answer) => expect(isPublic(address)).toBe(answer));

it.each([
  ['https://rss.arxiv.org/rss/cs.CL', undefined],
  ['https://93.184.215.14/', undefined],
  ['http://rss.arxiv.org/rss/cs.CL', 'it is not encrypted (https://)'],
  ['ftp://example.org/', 'it is not encrypted (https://)'],
  ['file:///etc/passwd', 'it is not encrypted (https://)'],
  ['javascript:alert(1)', 'it is not encrypted (https://)'],
  ['https://user:secret@example.org/', 'it holds a password'],
  ['https://127.0.0.1/', 'it is a private address'],
  ['https://2130706433/', 'it is a private address'],
  ['https://0x7f.1/', 'it is a private address'],
  ['https://[::1]/', 'it is a private address'],
  ['https://[::ffff:192.168.0.1]/', 'it is a private address'],
  ['example.org', 'it is no web address'],
])('%s: %s', (address, why) => expect(refusal(address)).toBe(why));

it('is asked in one’s own network only where that is wanted', () => {
  expect(refusal('http://127.0.0.1:8080/feed', { own: true })).toBeUndefined();
  expect(refusal('https://10.0.0.7/feed', { own: true })).toBeUndefined();
  expect(refusal('file:///etc/passwd', { own: true })).toBe('it is not encrypted (https://)');
});
