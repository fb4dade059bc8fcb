import { isIPv4, isIPv6 } from 'node:net'

/** The network an address belongs to: /24 of IPv4, /56 of IPv6, which is what one household or office is usually given. */
export function networkPrefix(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return networkPrefix(mapped)
  if (isIPv4(address)) return address.split('.').slice(0, 3).join('.')
  if (isIPv6(address)) return firstFiftySixBits(address)
  return 'unknown'
}

function firstFiftySixBits(address: string): string {
  const [plain = ''] = address.split('%')
  const [head = '', tail] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...gap, ...after].map((group) => Number.parseInt(group, 16))
  return groups
    .slice(0, 4)
    .map((group, i) => (i === 3 ? group & 0xff00 : group).toString(16))
    .join(':')
}
