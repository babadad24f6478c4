; What stands in the way of an installation, before a single file is written.
; A folder that holds something else is not ours to fill, and later to empty.
Function CheckFolder
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\service-install\install.ts"
    ${DirState} "$INSTDIR" $R1
    ${If} $R1 == 1
      !insertmacro Refuse ${NOT_OURS} "$(FolderNotEmpty)"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function CheckSpace
  ${GetRoot} "$INSTDIR" $R1
  ${DriveSpace} "$R1\" "/D=F /S=M" $R2
  ${If} $R2 < ${NEEDS_MB}
    !insertmacro Refuse ${NO_SPACE} "$(NeedsSpace)"
  ${EndIf}
FunctionEnd

Function StopOld
  ${If} ${FileExists} "$INSTDIR\service-install\windows\stop.ts"
    !insertmacro RunQuietly '${NODE} "$INSTDIR\service-install\windows\stop.ts"'
    Pop $R4
    ; Whatever it said: what counts is whether the files are free.
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\node.exe"
    ClearErrors
    FileOpen $R5 "$INSTDIR\node.exe" a
    ${If} ${Errors}
      !insertmacro Refuse ${IN_USE} "$(InUse)"
    ${EndIf}
    FileClose $R5
  ${EndIf}
FunctionEnd
