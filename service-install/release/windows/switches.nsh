; The switches that NSIS' own GetOptions cannot read.
; What follows a switch, up to the next blank, or between quotes. NSIS' own GetOptions ends at a slash, which an address has.
!macro ReadSwitch switch variable
  Push "${switch}"
  Call ReadSwitch
  Pop ${variable}
!macroend
Function ReadSwitch
  Exch $R1
  Push $R2
  Push $R3
  Push $R4
  Push $R5
  ${GetParameters} $R2
  StrLen $R3 $R1
  StrCpy $R5 ""
  ${Do}
    StrCpy $R4 $R2 $R3
    ${If} $R4 == $R1
      StrCpy $R5 $R2 "" $R3
      ${ExitDo}
    ${EndIf}
    StrCpy $R2 $R2 "" 1
  ${LoopUntil} $R2 == ""
  StrCpy $R4 " "
  StrCpy $R3 $R5 1
  ${If} $R3 == '"'
    StrCpy $R4 '"'
    StrCpy $R5 $R5 "" 1
  ${EndIf}
  StrCpy $R1 ""
  ${DoUntil} $R5 == ""
    StrCpy $R3 $R5 1
    ${If} $R3 == $R4
      ${ExitDo}
    ${EndIf}
    StrCpy $R1 "$R1$R3"
    StrCpy $R5 $R5 "" 1
  ${Loop}
  Pop $R5
  Pop $R4
  Pop $R3
  Pop $R2
  Exch $R1
FunctionEnd
