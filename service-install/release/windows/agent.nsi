; titian-agent.exe: starts Titian in the session of whoever has signed in, and ends when it ends. Node is a console program, and
; Windows would open a black window for it; this is not one.
Unicode true
Target amd64-unicode
SetCompressor lzma
Name "Titian"
OutFile "${OUT}"
Icon "${ICON}"
SilentInstall silent
RequestExecutionLevel user
ManifestSupportedOS all
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Titian"
VIAddVersionKey "FileDescription" "Titian"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"

Section
  ; STARTUPINFOW of 104 bytes that says its size, PROCESS_INFORMATION, CREATE_NO_WINDOW.
  System::Call '*(i 104, i 0, p 0, p 0, p 0, i 0, i 0, i 0, i 0, i 0, i 0, i 0, i 0, i 0, i 0, p 0, p 0, p 0, p 0) p .r1'
  System::Call '*(p 0, p 0, i 0, i 0) p .r2'
  StrCpy $3 '"$EXEDIR\node.exe" --disable-warning=ExperimentalWarning "$EXEDIR\service-install\windows\agent.ts"'
  System::Call 'kernel32::CreateProcessW(p 0, w r3, p 0, p 0, i 0, i 0x08000000, p 0, w "$EXEDIR", p r1, p r2) i .r4'
  StrCmp $4 0 0 started
    SetErrorLevel 70
    Quit
started:
  System::Call '*$2(p .r5, p .r6, i, i)'
  System::Call 'kernel32::WaitForSingleObject(p r5, i -1)'
  System::Call 'kernel32::GetExitCodeProcess(p r5, *i .r7)'
  SetErrorLevel $7
SectionEnd
