#!/usr/bin/env bash
# Makes this folder ready: Python, .venv with the locked packages, Qt's system libraries, translations.
#
#   installers/linux/setup.sh run    what the console needs
#   installers/linux/setup.sh dev    that, and what tests and checks need
#
# Called by the Makefile before everything else, so it must cost almost nothing when there is nothing to do:
# each step leaves a stamp in .venv with the digest of what it was made from.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

what="${1:-run}"
case "$what" in
    run) lock=installers/requirements.lock ;;
    dev) lock=tests/requirements.lock ;;
    *) echo "usage: $0 run|dev" >&2; exit 2 ;;
esac
venv=.venv
python="$venv/bin/python"

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$@" >&2; exit 1; }

# ---- Debian's packages -------------------------------------------------------------------------------------

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# What the wheels of PySide6 expect from the system and do not bring along, found with ldd on a bare Debian 12.
qt_packages=(
    libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libatomic1         # every Qt program, offscreen too
    libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0  # X11
    libwayland-client0 libwayland-cursor0 libwayland-egl1                     # Wayland
    libcups2                                                                  # printing
    libpulse0 libxrandr2                                                      # alarm sounds
)

# Installs Debian packages where it may; otherwise tells the line to type. $1 says what they are for.
debian() {
    local purpose=$1; shift
    if may_install; then
        say "Installing $purpose: $*"
        DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
    else
        # All that is missing in one line, so that nobody has to ask an administrator twice.
        stop "Missing here: $purpose. Type this once, then try again:" "" \
            "    sudo apt-get update && sudo apt-get install -y --no-install-recommends$(
                missing_packages "$@" "${qt_packages[@]}" | tr ' ' '\n' | awk 'NF && !seen[$0]++ { printf " %s", $0 }'
            )" ""
    fi
}

missing_packages() {
    local name
    for name in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || printf '%s ' "$name"
    done
}

# ---- Python and the virtual environment --------------------------------------------------------------------

find_python() {
    local candidate
    for candidate in python3.11 python3 python3.12 python3.13; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

make_venv() {
    local base
    if ! base=$(find_python); then
        debian "Python 3.11" python3 python3-venv
        base=$(find_python) || stop "Python 3.11 or newer is needed, and this system offers none."
    fi
    if ! "$base" -c 'import venv, ensurepip' 2>/dev/null; then
        debian "Python's venv module" python3-venv
    fi
    say "Making $venv with $("$base" --version)"
    # --clear would empty a .venv that somebody is using; a broken one is removed whole instead.
    rm -rf "$venv"
    "$base" -m venv "$venv"
}

digest() { cat "$@" | sha256sum | cut -d' ' -f1; }

install_packages() {
    local want stamp="$venv/.stamp-$what"
    [ -f "$lock" ] || stop "$lock is missing: this is not a whole copy of Duty Console."
    want="$(digest "$lock") $("$python" -c 'import sys; print(sys.version.split()[0])')"
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && return
    say "Installing the packages locked in $lock"
    # Every file is checked against its hash; nothing is built from source, nothing else is pulled in.
    "$python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps \
        --require-hashes --only-binary :all: --requirement "$lock"
    printf '%s\n' "$want" >"$stamp"
}

# ---- Qt's system libraries ---------------------------------------------------------------------------------

# Objects that the console opens; their missing libraries are what counts, on any distribution.
qt_missing() {
    "$python" - <<'PY'
import importlib.util
import pathlib
import subprocess

qt = pathlib.Path(importlib.util.find_spec("PySide6").origin).parent
wanted = [
    *(qt / f"Qt{name}.abi3.so" for name in ("Core", "Gui", "Widgets", "Svg", "PrintSupport", "Pdf", "PdfWidgets",
                                            "Multimedia", "Network")),
    *(qt / "Qt" / "plugins" / name for name in ("platforms/libqoffscreen.so", "platforms/libqxcb.so",
                                                "platforms/libqwayland-generic.so",
                                                "xcbglintegrations/libqxcb-egl-integration.so",
                                                "xcbglintegrations/libqxcb-glx-integration.so",
                                                "printsupport/libcupsprintersupport.so",
                                                "multimedia/libffmpegmediaplugin.so")),
]
lines = (line for path in wanted for line in
         subprocess.run(["ldd", path], capture_output=True, text=True).stdout.splitlines())
print(*sorted({line.split()[0] for line in lines if "not found" in line}))
PY
}

install_system() {
    local want stamp="$venv/.stamp-system" packages libraries
    want=$(digest installers/linux/setup.sh)
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && return
    libraries=$(qt_missing)
    if [ -n "$libraries" ]; then
        command -v dpkg-query >/dev/null || stop "Qt needs these libraries, which this system lacks: $libraries"
        packages=$(missing_packages "${qt_packages[@]}")
        [ -n "$packages" ] || stop "Qt needs these libraries, which this system lacks: $libraries"
        # shellcheck disable=SC2086  # a list of words on purpose
        debian "Qt's system libraries" $packages
        libraries=$(qt_missing)
        [ -z "$libraries" ] || stop "Qt still lacks these libraries: $libraries"
    fi
    printf '%s\n' "$want" >"$stamp"
}

# ---- Translations ------------------------------------------------------------------------------------------

compile_translations() {
    [ -f ui/i18n_tool.py ] || return 0
    "$python" -m ui.i18n_tool compile
}

# One at a time: two calls must not install into the same .venv.
mkdir -p build
exec 9>build/.setup.lock
if command -v flock >/dev/null; then flock 9; fi

"$python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || make_venv
install_packages
install_system
compile_translations
