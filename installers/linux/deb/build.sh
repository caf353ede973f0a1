#!/usr/bin/env bash
# Builds build/duty-console_VERSION_ARCH.deb from this tree, with every Python package inside: duty rooms are offline.
# Called by `make deb`, which has made .venv and the translations first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

python=.venv/bin/python
for tool in dpkg-deb ldd; do
    command -v "$tool" >/dev/null || { echo "make deb needs $tool." >&2; exit 1; }
done

version=$("$python" -c 'import tomllib; print(tomllib.load(open("pyproject.toml", "rb"))["project"]["version"])')
interpreter=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
arch=$(dpkg --print-architecture)
packages="build/deb/packages-$(cat installers/requirements.lock | sha256sum | cut -c1-12)-$interpreter"
root=build/deb/root
home=$root/opt/duty-console
package="build/duty-console_${version}_$arch.deb"

# The locked packages, fetched once for each lock.
if [ ! -f "$packages/.complete" ]; then
    rm -rf "$packages"
    "$python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps --no-compile \
        --require-hashes --only-binary :all: --requirement installers/requirements.lock --target "$packages"
    touch "$packages/.complete"
fi

rm -rf "$root"
mkdir -p "$home" "$root/DEBIAN" "$root/usr/bin" "$root/usr/share/applications" \
    "$root/usr/share/icons/hicolor/scalable/apps" "$root/usr/share/doc/duty-console"
cp -a "$packages" "$home/lib"
rm "$home/lib/.complete"
cp -a app.py duty_console ui resources "$home/"
find "$home" -name __pycache__ -type d -prune -exec rm -rf {} +
"$python" installers/linux/trim_qt.py "$home/lib" app.py duty_console ui

# What was trimmed must still open a window, from the packages inside and from no others.
QT_QPA_PLATFORM=offscreen PYTHONPATH="$PWD/$home/lib" "$python" -B -s - "$PWD/$home/lib" <<'END'
import sys
from pathlib import Path

import PySide6
from PySide6 import QtMultimedia, QtPdfWidgets, QtPrintSupport, QtSvg
from PySide6.QtWidgets import QApplication, QLabel

assert Path(PySide6.__file__).is_relative_to(sys.argv[1]), PySide6.__file__
application = QApplication([])
label = QLabel("值守")
label.show()
assert not label.grab().isNull()
END

# Compiled here, because nobody may write to /opt; the hash form does not depend on file times.
"$python" -m compileall -q --invalidation-mode unchecked-hash -s "$root" "$home"

cat >"$root/usr/bin/duty-console" <<END
#!/bin/sh
# -s: no package from the home of whoever calls it may come in.
PYTHONPATH=/opt/duty-console/lib exec /usr/bin/$interpreter -s /opt/duty-console/app.py "\$@"
END
chmod 755 "$root/usr/bin/duty-console"
cp installers/linux/duty-console.desktop "$root/usr/share/applications/"
cp installers/linux/duty-console.svg "$root/usr/share/icons/hicolor/scalable/apps/"
cp installers/linux/deb/copyright "$root/usr/share/doc/duty-console/copyright"

sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" -e "s/@PYTHON@/$interpreter/" \
    -e "s/@SIZE@/$(du -sk --exclude=DEBIAN "$root" | cut -f1)/" installers/linux/deb/control.in >"$root/DEBIAN/control"
(cd "$root" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"

# What people may not write they may read, whatever umask this was built with.
chmod -R u=rwX,go=rX "$root"
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >/dev/null
echo "$package ($(du -h "$package" | cut -f1))"
