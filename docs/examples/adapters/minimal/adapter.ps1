# A line adapter in thirty lines: a tool with three rules, which gives outcomes only.
# Written for PowerShell 7. It is not run by the tests of this project.
$hello = @{ kit = 1; name = 'three-rules'; version = '1'; answers = @('outcome') }
[Console]::InputEncoding = [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)

# What the tool believes. A real one would be called here.
function Get-Outcome($site, $attempt) {
    $deployment = $site.deployments | Where-Object { $_.name -ceq $attempt.deployment }
    $running = @($site.gateways | Where-Object { $_.state -eq 'running' })
    $serving = @($site.gateways | Where-Object { $_.serves_content })
    if (-not $deployment.internet -or $running.Count -eq 0 -or $serving.Count -eq 0) { return 'does-not-run' }
    if ($deployment.option -eq 'download-when-needed') { return 'downloads-on-demand' }
    'downloads-before-start'
}

while ($null -ne ($line = [Console]::In.ReadLine())) {
    $request = $line | ConvertFrom-Json -Depth 64
    if ($request.cmd -eq 'bye') { break }
    $answer = if ($request.cmd -eq 'hello') { $hello }
    elseif ($request.attempt.place -eq 'intranet') {
        @{ id = $request.id; skip = 'this tool looks at clients on the internet only' }
    }
    else { @{ id = $request.id; outcome = Get-Outcome $request.site $request.attempt } }
    [Console]::Out.WriteLine(($answer | ConvertTo-Json -Compress -Depth 8))
    [Console]::Out.Flush()
}
