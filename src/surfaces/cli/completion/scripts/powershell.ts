/** For Windows PowerShell 5 and PowerShell 7. */
export const powershellScript = `# PowerShell completion for modelforge
Register-ArgumentCompleter -Native -CommandName modelforge -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { if ($null -ne $_.Value) { [string]$_.Value } else { $_.Extent.Text } })
    # Windows PowerShell drops empty words on their way to a program
    $mode = @()
    if ($wordToComplete -eq '') { $mode = @('--next') } else { $words += $wordToComplete }
    # where nothing is offered, PowerShell names files
    modelforge complete @mode '--' @words 2>$null | Where-Object { $_ -ne ':files' } | ForEach-Object {
        $word, $about = $_ -split [char]9, 2
        if (-not $about) { $about = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
    }
}
`;
