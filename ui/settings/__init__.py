"""设置: this desk's own wishes, the room's description, its report rules, shifts and posts."""
