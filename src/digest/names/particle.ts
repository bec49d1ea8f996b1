/** Words of a surname that begin with a small letter, as an expression. */
export const particle =
  '(?:van|von|de|der|den|del|della|da|di|do|dos|du|la|le|el|al|bin|ibn|ten|ter|zu|zur)';
