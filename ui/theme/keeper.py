"""The theme in force: which tokens, which scale, and the signal that everything repaints on."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import TYPE_SCALE, TypeRole, load_fonts, make_font
from ui.theme.stylesheet import stylesheet
from ui.theme.tokens import DARK, LIGHT, Tokens

ThemeChoice = Literal["light", "dark", "system"]


_WIDTHS_MOST = 5000


class ThemeKeeper(QObject):
    """Holds the theme in force; reach it through `theme()`.

    Custom-painted widgets ask it while painting, so they follow a change without doing anything;
    `theme_changed` is for what keeps a ready-made picture.
    """

    theme_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice: ThemeChoice = "light"
        self._tokens = LIGHT
        self._scale = 1.0
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[TypeRole, QFont] = {}
        self._metrics: dict[TypeRole, QFontMetrics] = {}
        self._widths: dict[tuple[TypeRole, str], int] = {}
        self._applied = False

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen; `system` stays `system` whichever colours it gives now."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        return self._tokens is DARK

    def color(self, token: str) -> QColor:
        """The colour of a token, or of a literal `#RRGGBB`."""
        colour = self._colours.get(token)
        if colour is None:
            colour = QColor(token if token.startswith("#") else getattr(self._tokens, token))
            self._colours[token] = colour
        return colour

    def font(self, role: TypeRole) -> QFont:
        """The font of a step of the type scale (look.md, Measures)."""
        font = self._fonts.get(role)
        if font is None:
            size, weight = TYPE_SCALE[role]
            font = self._fonts[role] = make_font(self.px(size), weight)
        return font

    def metrics(self, role: TypeRole) -> QFontMetrics:
        """The measures of a step of the type scale."""
        metrics = self._metrics.get(role)
        if metrics is None:
            metrics = self._metrics[role] = QFontMetrics(self.font(role))
        return metrics

    def text_width(self, role: TypeRole, text: str) -> int:
        """Width of one line in a step of the type scale; remembered, because rows measure the same words again."""
        width = self._widths.get((role, text))
        if width is None:
            if len(self._widths) > _WIDTHS_MOST:
                self._widths.clear()
            width = self._widths[role, text] = self.metrics(role).horizontalAdvance(text)
        return width

    def px(self, size: float) -> int:
        """A measure of look.md (px at 100 %) in device-independent pixels on this desktop."""
        return max(1, round(size * self._scale))

    def apply(self, choice: ThemeChoice = "system") -> None:
        """Dress the application; called once at start by `create_application`."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("the theme dresses a QApplication; make one first")
        load_fonts()
        if not self._applied:
            app.setStyle("Fusion")
            app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)
        self._scale = _desktop_text_scale()
        self._choice = choice
        self._dress(app)

    def choose(self, choice: ThemeChoice) -> None:
        """Switch at run time; every window repaints."""
        self._choice = choice
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._dress(app)

    def _dress(self, app: QApplication) -> None:
        hints = app.styleHints()
        if self._choice == "system":
            hints.unsetColorScheme()
            dark = hints.colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self._choice == "dark"
        tokens = DARK if dark else LIGHT
        if self._applied and tokens is self._tokens:
            return
        self._tokens = tokens
        self._colours.clear()
        self._fonts.clear()
        self._metrics.clear()
        self._widths.clear()
        app.setPalette(_palette(tokens))
        app.setFont(self.font("base"))
        app.setStyleSheet(stylesheet(tokens, self.px))
        self._applied = True
        if self._choice != "system":
            # so that native title bars follow; may signal back, which then finds nothing to do
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self.theme_changed.emit()

    def _on_system_scheme_changed(self) -> None:
        app = QApplication.instance()
        if self._choice == "system" and isinstance(app, QApplication):
            self._dress(app)


def _desktop_text_scale() -> float:
    """1.0 at 96 logical dots per inch: follows the desktop's text size; screen scaling is Qt's own."""
    screen = QGuiApplication.primaryScreen()
    if screen is None:
        return 1.0
    return min(2.0, max(0.85, screen.logicalDotsPerInch() / 96))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for colour_role, token in (
        (role.Window, tokens.window),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.header),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.muted),
        (role.Button, tokens.raised),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.extreme),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.ToolTipBase, tokens.text),
        (role.ToolTipText, tokens.surface),
        (role.Accent, tokens.accent),
        (role.Light, tokens.raised),
        (role.Midlight, tokens.hairline),
        (role.Mid, tokens.line),
        (role.Dark, tokens.control),
        (role.Shadow, tokens.line),
    ):
        palette.setColor(colour_role, QColor(token))
    for colour_role in (role.Text, role.WindowText, role.ButtonText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(tokens.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.line))
    return palette


_keeper: ThemeKeeper | None = None


def theme() -> ThemeKeeper:
    """The one theme of the process."""
    global _keeper
    if _keeper is None:
        _keeper = ThemeKeeper()
    return _keeper
