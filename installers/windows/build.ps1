# Builds build\duty-console-VERSION-setup.exe on Windows 10 or 11, 64 bit, with Python 3.11 (py launcher) and Inno Setup 6.3 or newer.
#   powershell -ExecutionPolicy Bypass -File installers\windows\build.ps1
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Checked {
    $program, $arguments = $args
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE" }
}

$venv = "build\windows\venv"
$python = "$venv\Scripts\python.exe"
if (-not (Test-Path $python)) { Invoke-Checked py -3.11 -m venv $venv }
foreach ($lock in "installers\requirements.lock", "installers\windows\requirements.lock") {
    Invoke-Checked $python -m pip install --quiet --no-deps --require-hashes --only-binary ":all:" --requirement $lock
}

$version = & $python -c "import tomllib; print(tomllib.load(open('pyproject.toml', 'rb'))['project']['version'])"
Invoke-Checked $python -m ui.i18n_tool compile
Invoke-Checked $python installers\windows\icon.py installers\linux\duty-console.svg build\windows\duty-console.ico
Invoke-Checked $python -m PyInstaller --noconfirm --distpath build\windows\dist --workpath build\windows\work installers\windows\duty-console.spec

# What was built must open before it is packed.
Invoke-Checked build\windows\dist\duty-console\duty-console-cli.exe tour build\windows\tour

$iscc = "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe"
if (-not (Test-Path $iscc)) { throw "Inno Setup 6 is needed: $iscc is not there." }
Invoke-Checked $iscc "/DVersion=$version" installers\windows\duty-console.iss
