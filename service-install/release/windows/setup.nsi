; TitianSetup.exe, for all users of the PC. Made by service-install/release/setup-program.ts, which gives
; APP, OUT, ICON, PICTURE, VERSION, NUMBERS, NEEDS_MB, SIZE_KB and the file PARTS (and QUICK for a test, which is larger). Switches and exit codes: docs/technician.
Unicode true
Target amd64-unicode
!ifdef QUICK
  SetCompress off
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
SetDateSave on
AllowSkipFiles off
CRCCheck on
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel admin

!include MUI2.nsh
!include nsDialogs.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define OWN_KEY "Software\Titian"
!define APPS_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Titian"
!define PAGE "http://localhost:9700/"
!define FIRST_PAGE "http://localhost:9700/mulai"
!define NODE '"$INSTDIR\node.exe" --disable-warning=ExperimentalWarning'
; Beside NSIS' own 1 (cancelled) and 2 (a file could not be written).
!define NO_SPACE 3
!define IN_USE 4
!define NO_RIGHTS 5
!define NEWER 6
!define NOT_OURS 7
!define OLD_WINDOWS 8
!define NOT_DONE 9

Name "Titian ${VERSION}"
BrandingText "Titian ${VERSION}"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\Titian"
InstallDirRegKey HKLM "${OWN_KEY}" "Folder"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Titian"
VIAddVersionKey "FileDescription" "Titian ${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"

Var Log
Var Data
Var Mode
Var User
Var Origin
Var Camera
Var Config
Var Erase
Var Said

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishOpen)"
!define MUI_FINISHPAGE_RUN_FUNCTION OpenFirstPage
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
Page custom ShowWishes ReadWishes
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.ShowWishes un.ReadWishes
!insertmacro MUI_UNPAGE_INSTFILES
; The first is what a PC gets that speaks neither.
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!include "texts.nsh"
!include "early-texts.nsh"

; A line for the details on screen and for %TEMP%\TitianSetup.log, which is all that a silent run leaves.
!macro Note text
  DetailPrint "${text}"
  FileWrite $Log "${text}$\r$\n"
!macroend
!macro Refuse code text
  !insertmacro Note "${text}"
  MessageBox MB_OK|MB_ICONSTOP "${text}" /SD IDOK
  FileClose $Log
  SetErrorLevel ${code}
  Quit
!macroend
; What it said is in $Said; the exit code on the stack.
!macro RunQuietly command
  nsExec::ExecToStack '${command}'
  Exch
  Pop $Said
  !insertmacro Note "$Said"
!macroend

!include "switches.nsh"

!macro Begin un
Function ${un}Begin
  SetShellVarContext all
  SetRegView 64
  ; NSIS would take the language of Windows; libraries' PCs often speak English to people who do not.
  StrCpy $LANGUAGE ${LANG_INDONESIAN}
  ; Who chose English before is not asked in Indonesian whether the records are to go.
  ReadRegStr $R1 HKLM "${OWN_KEY}" "Language"
  ${If} $R1 == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
  FileOpen $Log "$TEMP\TitianSetup.log" w
  StrCpy $Data "$APPDATA\Titian"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/LANG=" $R1
  ${IfNot} ${Errors}
    StrCpy $LANGUAGE ${LANG_INDONESIAN}
    ${If} $R1 == "en"
      StrCpy $LANGUAGE ${LANG_ENGLISH}
    ${EndIf}
  ${EndIf}
  UserInfo::GetAccountType
  Pop $R1
  ${If} $R1 != "Admin"
    !insertmacro RefuseEarly ${NO_RIGHTS} NeedsAdmin
  ${EndIf}
FunctionEnd
!macroend
!insertmacro Begin ""
!insertmacro Begin "un."

Function .onInit
  Call Begin
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro RefuseEarly ${OLD_WINDOWS} NeedsWindows10
  ${EndIf}
  ReadRegStr $R1 HKLM "${OWN_KEY}" "Version"
  ${If} $R1 != ""
    ${VersionCompare} "${NUMBERS}" "$R1" $R2
    ${If} $R2 == 2
      !insertmacro RefuseEarly ${NEWER} NewerIsHere
    ${EndIf}
  ${EndIf}
  !insertmacro ReadSwitch "/MODE=" $Mode
  !insertmacro ReadSwitch "/USER=" $User
  !insertmacro ReadSwitch "/ORIGIN=" $Origin
  !insertmacro ReadSwitch "/CONFIG=" $Config
  ClearErrors
  ${GetOptions} $R0 "/CAMERA" $R1
  ${IfNot} ${Errors}
    StrCpy $Camera "--camera"
  ${EndIf}
FunctionEnd

!include "wishes.nsh"

Section
  !insertmacro Note "Titian ${VERSION}: $INSTDIR"
  Call CheckFolder
  Call CheckSpace
  Call StopOld
  ; What the version before had and this one has not must not be found any more.
  !include "${PARTS}"
  SetOutPath "$INSTDIR"
  File /r "${APP}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  Call WriteRegistry
  Call WriteShortcuts
  Call CopyConfig

  StrCpy $R3 ""
  ${If} $Mode != ""
    StrCpy $R3 " --mode $Mode"
  ${EndIf}
  ${If} $User != ""
    StrCpy $R3 '$R3 --user "$User"'
  ${EndIf}
  !insertmacro RunQuietly '${NODE} "$INSTDIR\service-install\install.ts"$R3'
  Pop $R4
  ${If} $R4 != 0
    !insertmacro Refuse ${NOT_DONE} "$(NotStarted)$\r$\n$\r$\n$Said"
  ${EndIf}
  ${If} $Origin != ""
    !insertmacro RunQuietly '${NODE} "$INSTDIR\lib\titian.mjs" browser-policy install --url "$Origin" $Camera'
    Pop $R4
    ${If} $R4 != 0
      !insertmacro Refuse ${NOT_DONE} "$(NoPolicy)$\r$\n$\r$\n$Said"
    ${EndIf}
  ${EndIf}
  !insertmacro Note "$(Done)"
  FileClose $Log
SectionEnd

!include "obstacles.nsh"
!include "traces.nsh"

; By the desktop's own Explorer: the browser is not to run with the rights of this program.
Function OpenFirstPage
  Exec '"$WINDIR\explorer.exe" "${FIRST_PAGE}"'
FunctionEnd

Function un.onInit
  Call un.Begin
  ClearErrors
  ${GetOptions} $R0 "/ERASE" $R1
  ${IfNot} ${Errors}
    StrCpy $Erase 1
  ${EndIf}
FunctionEnd

Section "un.Titian"
  ${If} ${FileExists} "$INSTDIR\node.exe"
    ; While the list of what was written is still there.
    !insertmacro RunQuietly '${NODE} "$INSTDIR\lib\titian.mjs" browser-policy remove'
    Pop $R4
    !insertmacro RunQuietly '${NODE} "$INSTDIR\service-install\uninstall.ts"'
    Pop $R4
    ${If} $R4 != 0
      !insertmacro Refuse ${IN_USE} "$(InUse)$\r$\n$\r$\n$Said"
    ${EndIf}
  ${EndIf}
  !include "${PARTS}"
  Delete "$INSTDIR\logon-task.xml"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir /r "$SMPROGRAMS\Titian"
  Delete "$DESKTOP\Titian.url"
  DeleteRegKey HKLM "${APPS_KEY}"
  DeleteRegKey HKLM "${OWN_KEY}"
  ${If} $Erase == 1
    RMDir /r "$Data"
    !insertmacro Note "$(Erased)"
  ${Else}
    !insertmacro Note "$(Kept)"
  ${EndIf}
  FileClose $Log
SectionEnd
