/**
 * A stable 32-bit number for a text: FNV-1a over UTF-16 units, then the finishing mix of MurmurHash3, without which
 * texts that differ only in their last letter stay close to each other. For fair ties, never for secrets.
 */
export function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35)
  return (sum ^ (sum >>> 16)) >>> 0
}
