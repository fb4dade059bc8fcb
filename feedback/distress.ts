// First person and few: whoever writes of somebody else's suicide is not meant, and anger or grief alone is no crisis.
const PHRASES = [
  '(?:en|emmä|mä en) (?:enää )?(?:jaksa|halua|tahdo)(?: enää)? (?:enää )?elää',
  '(?:haluan|haluaisin|tahdon|tahtoisin|toivon että) (?:minäkin )?(?:vain )?kuolla',
  'tapan itseni',
  'tappaa itseni',
  '(?:teen|tekisin) itsemurhan',
  'satut(?:an|taa) itseäni',
  'viillän itseäni',
  'päät(?:än|tää) päiväni',
  'jag (?:vill|orkar) inte (?:längre )?leva(?: längre)?',
  'jag vill (?:bara )?dö',
  '(?:tar|ta) (?:livet av mig|mitt (?:eget )?liv)',
  'skada(?:r)? mig själv',
  "i (?:do not|don't|dont) want to (?:live|be alive)",
  "i (?:can not|cannot|can't|cant) go on living",
  'i (?:just )?want to die',
  'i wish i (?:was|were) dead',
  '(?:kill|hurt|harm)(?:ing)? myself',
  '(?:end|take|ending|taking) my (?:own )?life',
]
const SAID = new RegExp(`(?<!\\p{L})(?:${PHRASES.join('|')})(?!\\p{L})`, 'iu')

/**
 * Whether somebody seems to say that they do not want to live or may harm themselves, in Finnish, Swedish or English. A
 * hint to show help to the writer and to let a person read soon: never a label, and never kept anywhere.
 */
export function isDistress(text: string): boolean {
  return SAID.test(text.replaceAll('’', "'").replace(/[\s,]+/g, ' '))
}
