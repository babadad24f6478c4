; Two pages of Titian's own: how it is to run, and what becomes of the records when it is removed.
Var SessionButton
Var ServiceButton
Var PolicyBox
Var OriginField
Var CameraBox
Var EraseBox

Function ShowWishes
  !insertmacro MUI_HEADER_TEXT "$(WishesTitle)" "$(WishesSubtitle)"
  nsDialogs::Create 1018
  Pop $R1
  ${NSD_CreateRadioButton} 0 0 100% 12u "$(RunsInSession)"
  Pop $SessionButton
  ${NSD_CreateLabel} 12u 13u -12u 18u "$(RunsInSessionWhy)"
  Pop $R1
  ${NSD_CreateRadioButton} 0 33u 100% 12u "$(RunsAsService)"
  Pop $ServiceButton
  ${NSD_CreateLabel} 12u 46u -12u 18u "$(RunsAsServiceWhy)"
  Pop $R1
  ${NSD_CreateCheckbox} 0 72u 100% 12u "$(PolicyWish)"
  Pop $PolicyBox
  ${NSD_CreateText} 12u 86u 60% 13u "$Origin"
  Pop $OriginField
  ${NSD_CreateCheckbox} 12u 102u -12u 12u "$(CameraWish)"
  Pop $CameraBox
  ${NSD_CreateLabel} 12u 116u -12u 20u "$(PolicyWhy)"
  Pop $R1

  ; What is there already stays, unless somebody chooses.
  ReadRegStr $R1 HKLM "SYSTEM\CurrentControlSet\Services\Titian" "ImagePath"
  ${If} $Mode == "service"
    ${NSD_Check} $ServiceButton
  ${ElseIf} $Mode == ""
  ${AndIf} $R1 != ""
    ${NSD_Check} $ServiceButton
  ${Else}
    ${NSD_Check} $SessionButton
  ${EndIf}
  ${If} $Origin != ""
    ${NSD_Check} $PolicyBox
  ${EndIf}
  ${If} $Camera != ""
    ${NSD_Check} $CameraBox
  ${EndIf}
  ${NSD_OnClick} $PolicyBox EnableOrigin
  Push $PolicyBox
  Call EnableOrigin
  nsDialogs::Show
FunctionEnd

Function EnableOrigin
  Pop $R1
  ${NSD_GetState} $PolicyBox $R1
  EnableWindow $OriginField $R1
  EnableWindow $CameraBox $R1
FunctionEnd

Function ReadWishes
  StrCpy $Mode "session"
  ${NSD_GetState} $ServiceButton $R1
  ${If} $R1 == ${BST_CHECKED}
    StrCpy $Mode "service"
    ; A service has an account of its own.
    StrCpy $User ""
  ${EndIf}
  StrCpy $Camera ""
  StrCpy $Origin ""
  ${NSD_GetState} $PolicyBox $R1
  ${If} $R1 == ${BST_CHECKED}
    ${NSD_GetText} $OriginField $Origin
    StrCpy $R2 $Origin 4
    ${If} $R2 != "http"
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(OriginFault)"
      Abort
    ${EndIf}
    ${NSD_GetState} $CameraBox $R1
    ${If} $R1 == ${BST_CHECKED}
      StrCpy $Camera "--camera"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.ShowWishes
  !insertmacro MUI_HEADER_TEXT "$(RemoveTitle)" "$(RemoveSubtitle)"
  nsDialogs::Create 1018
  Pop $R1
  ${NSD_CreateLabel} 0 0 100% 36u "$(RemoveText)"
  Pop $R1
  ${NSD_CreateCheckbox} 0 44u 100% 12u "$(EraseWish)"
  Pop $EraseBox
  ${NSD_CreateLabel} 12u 58u -12u 30u "$(EraseWhy)"
  Pop $R1
  nsDialogs::Show
FunctionEnd

Function un.ReadWishes
  ${NSD_GetState} $EraseBox $R1
  ${If} $R1 == ${BST_CHECKED}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(EraseSure)" IDYES sure
    Abort
    sure:
    StrCpy $Erase 1
  ${EndIf}
FunctionEnd
