; Inno Setup 6 recipe: one installer from the folder that PyInstaller made. Called by build.ps1:
;   iscc /DVersion=0.1.0 installers\windows\duty-console.iss
#ifndef Version
  #error Pass the version: /DVersion=...
#endif

[Setup]
AppId={{6E1F0C52-8C1B-4A0E-9C57-5D2B7B0A6A11}
AppName=应急值守台 Duty Console
AppVersion={#Version}
AppPublisher=Duty Console developers
LicenseFile=..\..\LICENSE
SourceDir=..\..
OutputDir=build
OutputBaseFilename=duty-console-{#Version}-setup
SetupIconFile=build\windows\duty-console.ico
UninstallDisplayIcon={app}\duty-console.exe
DefaultDirName={autopf}\Duty Console
DefaultGroupName=应急值守台
DisableProgramGroupPage=yes
; Qt 6.9 runs on Windows 10 1809 and later, 64 bit.
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
PrivilegesRequired=admin
PrivilegesRequiredOverridesAllowed=dialog
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
; The record is never closed under an officer's hands: the console is asked to close, or the set-up waits.
CloseApplications=yes
RestartApplications=no

[Languages]
; Inno Setup's own package has no simplified Chinese; put ChineseSimplified.isl into its Languages folder to offer it.
#if FileExists(CompilerPath + "\Languages\ChineseSimplified.isl")
Name: "chinese"; MessagesFile: "compiler:Languages\ChineseSimplified.isl"
#endif
Name: "english"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"

[Files]
Source: "build\windows\dist\duty-console\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{group}\应急值守台"; Filename: "{app}\duty-console.exe"
Name: "{autodesktop}\应急值守台"; Filename: "{app}\duty-console.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\duty-console.exe"; Description: "{cm:LaunchProgram,应急值守台}"; Flags: nowait postinstall skipifsilent

; Removing the program leaves the duty room's record where it is: that is for people to delete, not for a set-up.
