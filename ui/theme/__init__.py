"""The look as tokens: colours, type scale, stylesheet, icons. Start with `theme()` and `icon()`."""

from ui.theme.fonts import TypeRole
from ui.theme.icons import icon, icon_pixmap
from ui.theme.keeper import ThemeChoice, ThemeKeeper, theme
from ui.theme.tokens import GRADE_TOKENS, Tokens

__all__ = ["GRADE_TOKENS", "ThemeChoice", "ThemeKeeper", "Tokens", "TypeRole", "icon", "icon_pixmap", "theme"]
