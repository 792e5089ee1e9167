@echo off
rem Starts Portolan on Windows: finds a JDK 25 or newer, builds the first time, trains an AOT cache
rem after each build, then runs the program and ends with its exit code.
rem
rem   PORTOLAN_JAVA_HOME  a JDK to use before all others     PORTOLAN_OPTS   more options for java
rem   PORTOLAN_BUILD=0    never build, =1 build now          PORTOLAN_AOT=0  no AOT cache
rem
rem Written beside the shell script "portolan" but never run on a Windows machine by its authors;
rem please report what does not work. It differs where cmd leaves no choice: a changed source is
rem not noticed (set PORTOLAN_BUILD=1 once after a change), and an argument with a percent sign
rem must have it doubled.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
if "%home:~-1%"=="\" set "home=%home:~0,-1%"
set "target=%home%\app\target"
set "stamp=%target%\launcher.stamp"
set "lock=%target%\launcher.lock"

call :find_jdk
if not defined java_home (
    call :say needs a JDK 25 or newer and found none. Install one, for example Temurin 25 from adoptium.net, or set JAVA_HOME.
    exit /b 2
)
call :build_if_asked
if errorlevel 1 exit /b 2

rem An unpacked distribution, or the build tree.
set "lib=%home%\lib"
set "fx=%home%\fx"
if not exist "%lib%\" set "lib=%target%\lib"
if not exist "%home%\lib\" set "fx=%target%\fx"
if not exist "%lib%\" (
    call :say found no jars in %home%\lib or %target%\lib.
    exit /b 2
)

set "kind=answers"
for %%c in (export import render rules schema targets validate) do if "%~1"=="%%c" set "kind=review"
if "%~1"=="" set "kind=window"
if "%~1"=="--train-window" set "kind=window"
if "%~2"=="" if /i "%~x1"==".yaml" if exist "%~1" set "kind=window"
if "%~2"=="" if /i "%~x1"==".yml" if exist "%~1" set "kind=window"
if "%kind%"=="window" (call :options_window) else (call :options_cli)
call :find_cache

set "aot="
if defined cache set aot="-XX:AOTCache=%cache%"
"%java_home%\bin\java" %jvm% %module_path% %aot% %PORTOLAN_OPTS% -cp "%lib%\*" io.portolan.app.Main %*
exit /b %errorlevel%

rem ---- a JDK ---------------------------------------------------------------------------------
:find_jdk
set "java_home="
call :accept "%PORTOLAN_JAVA_HOME%"
call :accept "%JAVA_HOME%"
for %%j in (java.exe) do call :accept "%%~dp$PATH:j.."
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
    for /d %%d in ("%%~r\*") do (
        call :accept "%%~d"
        call :accept "%%~d\current"
    )
)
exit /b 0

rem Keeps %1 as java_home when nothing was found before and it is a JDK (not a JRE) of 25 or newer.
:accept
if defined java_home exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "found="
for /f "tokens=2 delims==" %%v in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do set "found=%%~v"
for /f "tokens=1 delims=.-+" %%m in ("%found%") do set "major=%%m"
if not defined found exit /b 0
if %major% LSS 25 exit /b 0
set "java_home=%~f1"
set "version=%found%"
exit /b 0

rem ---- the build -----------------------------------------------------------------------------
:build_if_asked
if "%PORTOLAN_BUILD%"=="0" exit /b 0
if not exist "%home%\pom.xml" exit /b 0
if exist "%stamp%" if not "%PORTOLAN_BUILD%"=="1" exit /b 0
if not exist "%target%\" mkdir "%target%"
:wait
mkdir "%lock%" 2>nul
if errorlevel 1 (
    rem Another start builds: two at once build once.
    ping -n 2 127.0.0.1 >nul
    if exist "%stamp%" if not "%PORTOLAN_BUILD%"=="1" exit /b 0
    goto wait
)
call :build
set "built=%errorlevel%"
rmdir "%lock%"
exit /b %built%

:build
set "mvn=mvn"
where mvn >nul 2>nul
if errorlevel 1 set "mvn=%home%\mvnw.cmd"
call :say building, about a minute the first time ...
pushd "%home%"
setlocal
set "JAVA_HOME=%java_home%"
set "MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
call "%mvn%" -B -q -ntp -Dstyle.color=never -DskipTests package <nul 1>&2
set "failed=%errorlevel%"
endlocal & set "failed=%failed%"
popd
if not "%failed%"=="0" (
    call :say the build failed, see above.
    exit /b 1
)
rem Classes of old formats are not kept in a start-up cache.
for %%j in ("%target%\lib\portolan-app-*.jar") do for %%p in ("%target%\lib\picocli-*.jar") do "%java_home%\bin\java" -cp "%%~j" io.portolan.app.ClassFiles "%%~p" 1>&2
del /q "%target%\*.aot" 2>nul
type nul >"%stamp%"
exit /b 0

rem ---- start ---------------------------------------------------------------------------------
:options_cli
set jvm=-Dfile.encoding=UTF-8 -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:InitialRAMPercentage=5
set "module_path="
set "train_with="
exit /b 0

:options_window
set jvm=-Dfile.encoding=UTF-8 --add-modules=javafx.controls --enable-native-access=javafx.graphics --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED
rem The second compiler waits for what is really hot: it must not compete with the start.
set jvm=%jvm% -XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=20000 -XX:Tier4CompileThreshold=200000 -XX:Tier4BackEdgeThreshold=1000000
set module_path="--module-path=%fx%"
set train_with=-Dglass.platform=Headless -Dprism.order=sw
rem JDK-8377811: G1 of these moves pinned objects.
for %%b in (25 25.0.0 25.0.1 25.0.2) do if "%version%"=="%%b" (
    set jvm=%jvm% -XX:+UseParallelGC
    call :say JDK %version% has a known fault in G1, using another collector; 25.0.3 or newer is better.
)
exit /b 0

rem One cache per kind of start and JDK; a build takes them away, and the JVM itself refuses one
rem that does not fit the jars. Trained before the first run that lacks it, the window's too: cmd
rem cannot leave it to a process in the background without a window of its own.
:find_cache
set "cache="
if "%PORTOLAN_AOT%"=="0" exit /b 0
set "folder=%target%"
if not exist "%folder%\" set "folder=%LOCALAPPDATA%\portolan"
if not exist "%folder%\" mkdir "%folder%" 2>nul
set "name=%folder%\%kind%-%version%.aot"
if exist "%name%" (
    set "cache=%name%"
    exit /b 0
)
set "fresh=%folder%\%kind%-%version%-%RANDOM%.new"
"%java_home%\bin\java" %jvm% %module_path% %train_with% "-XX:AOTCacheOutput=%fresh%" -cp "%lib%\*" io.portolan.app.Main --train-%kind% <nul >nul 2>nul
if exist "%fresh%.config" del /q "%fresh%.config"
if exist "%fresh%" move /y "%fresh%" "%name%" >nul
if exist "%name%" set "cache=%name%"
exit /b 0

:say
>&2 echo portolan: %*
exit /b 0
