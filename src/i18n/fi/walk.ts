export const walk = {}
