; What an installation leaves outside its own folder: keys of the registry, shortcuts, and the first configuration.
Function WriteRegistry
  WriteRegStr HKLM "${OWN_KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKLM "${OWN_KEY}" "Version" "${NUMBERS}"
  ${If} $LANGUAGE == ${LANG_ENGLISH}
    WriteRegStr HKLM "${OWN_KEY}" "Language" "en"
  ${Else}
    WriteRegStr HKLM "${OWN_KEY}" "Language" "id"
  ${EndIf}
  WriteRegStr HKLM "${APPS_KEY}" "DisplayName" "Titian"
  WriteRegStr HKLM "${APPS_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${APPS_KEY}" "Publisher" "Titian"
  WriteRegStr HKLM "${APPS_KEY}" "DisplayIcon" "$INSTDIR\titian-agent.exe"
  WriteRegStr HKLM "${APPS_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${APPS_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${APPS_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${APPS_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKLM "${APPS_KEY}" "NoModify" 1
  WriteRegDWORD HKLM "${APPS_KEY}" "NoRepair" 1
FunctionEnd

!macro WriteLink file
  WriteINIStr "${file}" "InternetShortcut" "URL" "${PAGE}"
  WriteINIStr "${file}" "InternetShortcut" "IconFile" "$INSTDIR\titian-agent.exe"
  WriteINIStr "${file}" "InternetShortcut" "IconIndex" "0"
!macroend
Function WriteShortcuts
  CreateDirectory "$SMPROGRAMS\Titian"
  !insertmacro WriteLink "$SMPROGRAMS\Titian\Titian.url"
  !insertmacro WriteLink "$DESKTOP\Titian.url"
  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\Titian\$(TechnicianLink).lnk" "$SYSDIR\cmd.exe" '/K ""$INSTDIR\titian.cmd" help"' "$INSTDIR\titian-agent.exe"
FunctionEnd

; One file for fifty desks; a desk that has its own keeps it.
Function CopyConfig
  ${If} $Config != ""
    CreateDirectory "$Data"
    ${GetParent} "$Config" $R1
    ${If} ${FileExists} "$Data\titian.toml"
      !insertmacro Note "$(ConfigStays)"
    ${Else}
      ClearErrors
      CopyFiles /SILENT "$Config" "$Data\titian.toml"
      ${If} ${Errors}
        !insertmacro Refuse ${NOT_DONE} "$(NoConfig)"
      ${EndIf}
      ${If} ${FileExists} "$R1\inlislite-password"
        CopyFiles /SILENT "$R1\inlislite-password" "$Data\inlislite-password"
      ${EndIf}
    ${EndIf}
  ${EndIf}
FunctionEnd
